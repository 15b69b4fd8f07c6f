/** As many UTF-16 units are looked at, in two pieces. */
const pieceLength = 500
const noWords = /(?:https?:|www\.)\S+|\S+@\S+|[\p{N}_]+/gu

/** A piece of the beginning and one of the middle of a text; the whole text where it is short. */
export function sampleOf(text: string): string {
  if (text.length <= 2 * pieceLength) return text
  const middle = Math.floor(text.length / 2)
  return `${text.slice(0, pieceLength)} ${text.slice(middle, middle + pieceLength)}`
}

/** A sample without addresses and numbers, which look like no language or like English. */
export function wordsOfSample(sample: string): string {
  return sample.replace(noWords, ' ').toWellFormed()
}
