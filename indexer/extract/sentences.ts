import type { Reading } from './reading.ts'

/** Whether a sentence or a paragraph ends before this word. Closing quotes and brackets belong to what they close. */
export function endsBefore(reading: Reading, at: number): boolean {
  const word = reading.words[at]
  const previous = reading.words[at - 1]
  if (!word || !previous || word.gap === 'start') return true
  if (word.gap === 'dot') return !isAbbreviation(reading, at - 1)
  if (word.gap !== 'other') return false
  const between = reading.text.slice(previous.end, word.start)
  return /[.!?…][^\p{L}\p{N}]*\s|[\n•|]/u.test(between)
}

// "Gen. Smith", "Fla. (CNN)", "J. Smith": short words with a capital and a full stop behind them.
function isAbbreviation(reading: Reading, at: number): boolean {
  const word = reading.words[at]
  if (!word || word.shape === 'lower') return false
  return (
    word.end - word.start === 1 ||
    /^(?:mr|mrs|ms|dr|st|gen|lt|col|maj|capt|sgt|adm|sen|rep|gov|prof|jr|sr|jan|feb|mar|apr|aug|sept|oct|nov|dec)$/.test(
      word.key,
    )
  )
}

/** What stands between a word and the one before it. */
export function gapText(reading: Reading, at: number): string {
  const word = reading.words[at]
  const previous = reading.words[at - 1]
  return word ? reading.text.slice(previous?.end ?? 0, word.start) : ''
}
