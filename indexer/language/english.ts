/** Words that English cannot do without and that are rare or missing in other languages. */
const commonWord =
  /\b(?:the|of|and|to|that|for|with|by|from|are|has|have|his|were|which|this|their|been|not|who|said|but|they|would|about|it)\b/gi
/** Nearly all articles in English have a quarter; Danish, which has most of them besides, does not come to a tenth. */
const leastShare = 0.15
const fewestWords = 30

/** Whether a text is so plainly English that no detector need be asked; false where it is short. */
export function isPlainlyEnglish(text: string): boolean {
  const words = text.split(' ').length
  if (words < fewestWords || !/\bthe\b.*\bthe\b/is.test(text)) return false
  return (text.match(commonWord)?.length ?? 0) / words >= leastShare
}
