/** Two languages that the detector confuses, by words that only one of them has. */
interface Twins {
  readonly one: string
  readonly wordsOfOne: RegExp
  readonly other: string
  readonly wordsOfOther: RegExp
}

const twins: readonly Twins[] = [
  {
    one: 'hr',
    wordsOfOne:
      /(?<!\p{L})(?:tko|tjedn|tisuć|priopć|sustav|izvješ|gdje|vijeće|također|uvjet|vanjskih|vrijeme|prije|poslije|uvijek|dvije|riječ|siječnja|veljače|ožujka|travnja|svibnja|lipnja|srpnja|kolovoza|rujna|listopada|studenoga?|prosinca)/giu,
    other: 'sr',
    wordsOfOther:
      /(?<!\p{L})(?:gde|nedelj|hiljad|saopšt|sistem|izvešt|takođe(?!r)|uslov|spoljnih|vreme|pre(?!\p{L})|posle|uvek|dve|reč|januara|februara|marta|aprila|maja|juna|jula|avgusta|septembra|oktobra|novembra|decembra)/giu,
  },
  {
    one: 'id',
    wordsOfOne:
      /\b(?:bahwa|karena|bisa|uang|kantor|perusahaan|pemerintah|rudal|Serikat|Inggris|Tiongkok|Senin|Jumat|Agustus|Maret|Desember|mobil|rumah sakit|Rusia)\b/gi,
    other: 'ms',
    wordsOfOther:
      /\b(?:bahawa|kerana|boleh|wang|pejabat|syarikat|kerajaan|Britain|China|Isnin|Jumaat|Ogos|Mac|Disember|kereta|hospital|Russia|ialah)\b/gi,
  },
]

/** Which of two languages that are easily confused a text is in, `detected` where its words leave that open. */
export function betweenTwins(detected: string, text: string): string {
  const pair = twins.find(({ one, other }) => one === detected || other === detected)
  if (!pair) return detected
  const lead = count(pair.wordsOfOne, text) - count(pair.wordsOfOther, text)
  if (lead === 0) return detected
  return lead > 0 ? pair.one : pair.other
}

const count = (words: RegExp, text: string) => text.match(words)?.length ?? 0
