/** Words that English cannot do without and that are rare or missing in other languages. */
const commonWord =
  /\b(?:the|of|and|to|that|for|with|by|from|are|has|have|his|were|which|this|their|been|not|who|said|but|they|would|about|it)\b/gi
/** Nearly all articles in English have a quarter; Danish, which has most of them besides, does not come to a tenth. */
const leastShare = 0.15
/** Other languages that the detector does not know have one in thirty at most. */
const mostOfOthers = 0.03
const fewestWords = 30

/** Whether a text is so plainly English that no detector need be asked; false where it is short. */
export function isPlainlyEnglish(text: string): boolean {
  const words = wordsIn(text)
  return (
    words >= fewestWords && /\bthe\b.*\bthe\b/is.test(text) && shareIn(text, words) >= leastShare
  )
}

/** Whether a text cannot be English, whatever its page declares; false where it is short. */
export function isHardlyEnglish(text: string): boolean {
  const words = wordsIn(text)
  return words >= fewestWords && shareIn(text, words) < mostOfOthers
}

const wordsIn = (text: string) => text.split(' ').length

const shareIn = (text: string, words: number) => (text.match(commonWord)?.length ?? 0) / words
