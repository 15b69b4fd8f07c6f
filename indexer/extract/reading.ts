import type { Evidence, TextField } from '../../engine/article.ts'
import type { ListedName, Lists } from './lists.ts'
import { scanWords, type Word } from './words.ts'

/** A listed name in a field: words `from` to `to`, exclusive. */
export interface ListedMatch {
  readonly from: number
  readonly to: number
  readonly values: readonly ListedName[]
}

/** A field of an article, cut into words once, with every listed name in it, the longest where they overlap. */
export interface Reading {
  readonly field: TextField
  readonly text: string
  readonly words: readonly Word[]
  readonly matches: readonly ListedMatch[]
  /** Set like a headline, most of its longer words capitalised, so that capitals prove nothing. */
  readonly titleCase: boolean
  /** The match that covers each word. */
  readonly matchAt: readonly (ListedMatch | undefined)[]
}

/** A stretch of words in a reading, and why it counts. */
export interface Mention {
  readonly reading: Reading
  readonly from: number
  readonly to: number
  readonly rule: string
}

/** Cuts a field into words and finds the listed names in it. */
export function readField(field: TextField, text: string, lists: Lists): Reading {
  const words = scanWords(text)
  const matches: ListedMatch[] = []
  const matchAt = new Array<ListedMatch | undefined>(words.length).fill(undefined)
  let at = 0
  while (at < words.length) {
    const match =
      words[at]?.shape === 'lower' ? lowerMatch(lists, words, at) : lists.names.longestAt(words, at)
    if (!match) {
      at++
      continue
    }
    matches.push(match)
    matchAt.fill(match, match.from, match.to)
    at = match.to
  }
  return { field, text, words, matches, matchAt, titleCase: isTitleCase(words) }
}

/** A text with so many longer words is no headline. */
const longestHeadline = 40

function isTitleCase(words: readonly Word[]): boolean {
  let [longer, capital] = [0, 0]
  for (const { start, end, shape } of words) {
    if (end - start <= 3) continue
    longer++
    if (shape !== 'lower') capital++
    if (longer === longestHeadline) return false
  }
  return longer > 0 && capital / longer > 0.7
}

// Few listed names begin with a small letter; those that do (al-Assad, bin Laden, dpa) are worth the look-up.
function lowerMatch(lists: Lists, words: readonly Word[], at: number): ListedMatch | undefined {
  return (words[at]?.end ?? 0) - (words[at]?.start ?? 0) <= 10
    ? lists.names.longestAt(words, at)
    : undefined
}

/** A mention as evidence: its place in the article. */
export function evidenceOf({ reading, from, to }: Mention): Evidence {
  return { field: reading.field, ...offsetsOf(reading, from, to) }
}

/** The words as the article writes them. */
export function surfaceOf(mention: Pick<Mention, 'reading' | 'from' | 'to'>): string {
  const { reading, from, to } = mention
  const { start, end } = offsetsOf(reading, from, to)
  return reading.text.slice(start, end)
}

/** Whether a new sentence may start at this word: only then is its capital no sign of a name. */
export function startsSentence(reading: Reading, at: number): boolean {
  const word = reading.words[at]
  const previous = reading.words[at - 1]
  if (!word || !previous || word.gap === 'start') return true
  if (word.gap === 'space' || word.gap === 'hyphen' || word.gap === 'comma') return false
  return /[.!?:;\n“”"‘»«|•…]/.test(reading.text.slice(previous.end, word.start))
}

/** Whether only a space or a hyphen stands between the words `at - 1` and `at`. */
export function isJoined(reading: Reading, at: number): boolean {
  const gap = reading.words[at]?.gap
  return gap === 'space' || gap === 'hyphen'
}

/** Whether the words `from` to `to` contain no end of a sentence. */
export function inOneSentence(reading: Reading, from: number, to: number): boolean {
  for (let at = from + 1; at < to; at++) if (startsSentence(reading, at)) return false
  return true
}

/** The key of a word, '' outside the field. */
export function keyAt(reading: Reading, at: number): string {
  return reading.words[at]?.key ?? ''
}

/** Whether the field has a word here that starts with a capital or a digit. */
export function isCapital(reading: Reading, at: number): boolean {
  const word = reading.words[at]
  return word !== undefined && word.shape !== 'lower'
}

/** The offsets of a stretch of words. */
export function offsetsOf(
  reading: Reading,
  from: number,
  to: number,
): { start: number; end: number } {
  return { start: reading.words[from]?.start ?? 0, end: reading.words[to - 1]?.end ?? 0 }
}
