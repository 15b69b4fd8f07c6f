import { formsOf, type Shape } from './word-forms.ts'

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
  readonly shape: Shape
}

const initials = String.raw`(?:\p{Lu}\.){2,}(?:\p{Lu}(?![\p{L}\p{N}]))?|\p{Lu}\.\p{Lu}(?![\p{L}\p{N}.])`
const letters = String.raw`[\p{L}\p{M}\p{N}]+(?:['’ʼʻ‘][\p{L}\p{M}]+)*`
const wordPattern = new RegExp(`${initials}|${letters}`, 'uy')
const possessive = /['’ʼ‘]s$/i

/** Cuts a text into words. Words written as one by a careless page (`PutinReuters`) are two, the second `glued`. */
export function scanWords(text: string): Word[] {
  const words: Word[] = []
  let previousEnd = 0
  let wasPossessive = false
  for (let start = 0; start < text.length;) {
    const whole = wordAt(text, start)
    if (whole === '') {
      start++
      continue
    }
    const raw = withoutPossessive(whole)
    const gap = wasPossessive ? 'possessive' : gapBefore(text, previousEnd, start)
    addWord(words, raw, start, gap)
    start += whole.length
    previousEnd = start
    wasPossessive = raw.length < whole.length
  }
  return words
}

/** The word that starts at `start`, '' for none. */
function wordAt(text: string, start: number): string {
  let end = start
  while (isPlain(text.charCodeAt(end))) end++
  const after = text.charCodeAt(end)
  // Nearly all words: only these characters may go on with a word of plain letters, or begin another one.
  if (!(after >= 0x80 || after === apostrophe || (after === fullStop && end === start + 1)))
    return text.slice(start, end)
  wordPattern.lastIndex = start
  return wordPattern.exec(text)?.[0] ?? ''
}

const [space, apostrophe, fullStop] = [0x20, 0x27, 0x2e] as const

const plain = Uint8Array.from({ length: 0x80 }, (_, unit) =>
  Number(/[A-Za-z0-9]/.test(String.fromCharCode(unit))),
)

/** Whether a character is a letter or digit of ASCII. */
function isPlain(unit: number): boolean {
  return unit < plain.length && plain[unit] === 1
}

function withoutPossessive(word: string): string {
  return "'’ʼ‘".includes(word.charAt(word.length - 2)) ? word.replace(possessive, '') : word
}

function addWord(words: Word[], raw: string, start: number, gap: Gap): void {
  let at = start
  for (const { key, shape, length } of formsOf(raw)) {
    const end = at + length
    words.push({ start: at, end, key, gap: at === start ? gap : 'glued', shape })
    at = end
  }
}

function gapBefore(text: string, from: number, to: number): Gap {
  if (from === 0) return 'start'
  if (from === to) return 'glued'
  if (to === from + 1 && text.charCodeAt(from) === space) return 'space'
  return punctuationGap(text.slice(from, to), text, from, to)
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
