import { foldLetters } from './names.ts'

/** What a word is wherever it stands. */
export interface WordForm {
  /** As `Word.key`. */
  readonly key: string
  readonly shape: Shape
  /** In UTF-16 units. */
  readonly length: number
}

/** `caps`: two letters or more, all of them capitals; `upper`: starts with a capital or a digit. */
export type Shape = 'caps' | 'upper' | 'lower'

const remembered = new Map<string, readonly WordForm[]>()
// Bounded: a long run over a large archive sees millions of different words.
const mostRemembered = 200_000
const longestRemembered = 40

/** The form of a word, or of each of those that a careless page wrote as one. A text says the same words over and over: they are remembered. */
export function formsOf(raw: string): readonly WordForm[] {
  const known = remembered.get(raw)
  if (known) return known
  if (raw.length > longestRemembered) return newForms(raw)
  const own = ownCopy(raw)
  const forms = newForms(own)
  if (remembered.size > mostRemembered) remembered.clear()
  remembered.set(own, forms)
  return forms
}

/** V8 keeps a longer slice as a view of its whole article, which a remembered one would hold in memory. */
function ownCopy(raw: string): string {
  return raw.length < 13 ? raw : Buffer.from(raw, 'utf16le').toString('utf16le')
}

// Four letters before the seam and three after it: DeSantis, McCain, MacArthur and LaPierre stay whole.
// A year glued to a name ("Oldcastle2020 Democrats") is a word too.
const seam = /(?<=\p{L}{2}\p{Ll}{2})(?=\p{Lu}\p{L}{2}|(?:19|20)\d\d(?!\d))/u

function newForms(raw: string): WordForm[] {
  const pieces = raw.length < 7 ? [raw] : raw.split(seam)
  return pieces.map((piece) => ({
    key: wordKey(piece),
    shape: shapeOf(piece),
    length: piece.length,
  }))
}

/** The form in which words compare. */
export function wordKey(raw: string): string {
  const folded = foldLetters(raw).replace(/['’ʼʻ‘]/g, '')
  return folded.includes('.') && !folded.endsWith('.') ? `${folded}.` : folded
}

function shapeOf(raw: string): Shape {
  const first = raw.charAt(0)
  if (/[a-z]/.test(first)) return 'lower'
  if (/[A-Z0-9]/.test(first) || /[\p{Lu}\p{N}]/u.test(first)) return isCaps(raw) ? 'caps' : 'upper'
  return 'lower'
}

function isCaps(raw: string): boolean {
  return raw === raw.toUpperCase() && /\p{Lu}[.'’]?\p{Lu}/u.test(raw)
}
