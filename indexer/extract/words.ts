import { foldLetters } from './names.ts'

/** What stands between a word and the one before it. */
export type Gap =
  | 'start'
  | 'space'
  | 'line'
  | 'hyphen'
  | 'dot'
  | 'glued'
  | 'slash'
  | 'comma'
  | 'possessive'
  | 'other'

/** One word of a text: `text.slice(start, end)`, without a possessive ending. UTF-16 units. */
export interface Word {
  readonly start: number
  readonly end: number
  /** Lower case, without accents and apostrophes, Cyrillic in Latin letters; initials keep their dots (`u.s.`). */
  readonly key: string
  readonly gap: Gap
  /** `caps`: two letters or more, all of them capitals; `upper`: starts with a capital or a digit. */
  readonly shape: 'caps' | 'upper' | 'lower'
}

const initials = String.raw`(?:\p{Lu}\.){2,}(?:\p{Lu}(?![\p{L}\p{N}]))?|\p{Lu}\.\p{Lu}(?![\p{L}\p{N}.])`
const letters = String.raw`[\p{L}\p{M}\p{N}]+(?:['’ʼʻ‘][\p{L}\p{M}]+)*`
const wordPattern = new RegExp(`${initials}|${letters}`, 'gu')
const possessive = /['’ʼ‘]s$/i

/** Cuts a text into words. Words written as one by a careless page (`PutinReuters`) are two, the second `glued`. */
export function scanWords(text: string): Word[] {
  const words: Word[] = []
  let previousEnd = 0
  let wasPossessive = false
  for (const match of text.matchAll(wordPattern)) {
    const raw = match[0].replace(possessive, '')
    const gap = wasPossessive ? 'possessive' : gapBefore(text, previousEnd, match.index)
    addWord(words, raw, match.index, gap)
    previousEnd = match.index + match[0].length
    wasPossessive = raw.length < match[0].length
  }
  return words
}

// Four letters before the seam and three after it: DeSantis, McCain, MacArthur and LaPierre stay whole.
// A year glued to a name ("Oldcastle2020 Democrats") is a word too.
const seam = /(?<=\p{L}{2}\p{Ll}{2})(?=\p{Lu}\p{L}{2}|(?:19|20)\d\d(?!\d))/u

function addWord(words: Word[], raw: string, start: number, gap: Gap): void {
  const pieces = raw.length < 7 ? [raw] : raw.split(seam)
  let at = start
  for (const piece of pieces) {
    const end = at + piece.length
    words.push({
      start: at,
      end,
      key: wordKey(piece),
      gap: at === start ? gap : 'glued',
      shape: shapeOf(piece),
    })
    at = end
  }
}

function gapBefore(text: string, from: number, to: number): Gap {
  if (from === 0) return 'start'
  const between = text.slice(from, to)
  if (between === ' ') return 'space'
  if (between === '') return 'glued'
  return punctuationGap(between, text, from, to)
}

function punctuationGap(between: string, text: string, from: number, to: number): Gap {
  if (/^\s+$/.test(between)) return lineOrSpace(between)
  if (/^[-‐‑‒−\u00AD]$/.test(between)) return 'hyphen'
  if (/^[–—―]$/.test(between)) return isDesignatorDash(text, from, to) ? 'hyphen' : 'other'
  if (/^\.[^\S\n]*$/.test(between)) return 'dot'
  if (between === '/') return 'slash'
  return /^,\s+$/.test(between) ? 'comma' : 'other'
}

function lineOrSpace(between: string): Gap {
  if (!between.includes('\n')) return 'space'
  // A single line break may be a wrapped line; an empty line ends whatever stood before it.
  return between.indexOf('\n') === between.lastIndexOf('\n') ? 'line' : 'other'
}

// "S–300" has a long dash for its hyphen; "Moscow—Russia" and "2003–2005" are two words each.
function isDesignatorDash(text: string, from: number, to: number): boolean {
  return /\d/.test(text.charAt(to)) && /\p{L}/u.test(text.charAt(from - 1))
}

const keys = new Map<string, string>()

/** The form in which words compare. */
export function wordKey(raw: string): string {
  return raw.length < longSlice ? (keys.get(raw) ?? remember(raw, newKey(raw))) : newKey(raw)
}

/** From this length on V8 keeps a slice as a view of its whole article, which a remembered key would hold in memory. */
const longSlice = 13

function newKey(raw: string): string {
  const folded = foldLetters(raw).replace(/['’ʼʻ‘]/g, '')
  return folded.includes('.') && !folded.endsWith('.') ? `${folded}.` : folded
}

function remember(raw: string, key: string): string {
  // Bounded: a long run over a large archive sees millions of different words.
  if (keys.size > 200_000) keys.clear()
  keys.set(raw, key)
  return key
}

function shapeOf(raw: string): Word['shape'] {
  const first = raw.charAt(0)
  if (/[a-z]/.test(first)) return 'lower'
  if (/[A-Z0-9]/.test(first) || /[\p{Lu}\p{N}]/u.test(first)) return isCaps(raw) ? 'caps' : 'upper'
  return 'lower'
}

function isCaps(raw: string): boolean {
  return raw === raw.toUpperCase() && /\p{Lu}[.'’]?\p{Lu}/u.test(raw)
}
