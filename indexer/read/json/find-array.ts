import { Unreadable } from '../draft.ts'
import { stringEnd } from './string-end.ts'

/** Where the articles of a JSON file are. */
export type ArticlesAt =
  /** The whole file is one article. */
  | { readonly kind: 'one' }
  /** They are the elements of the array that begins behind this byte. */
  | { readonly kind: 'array'; readonly start: number }

/** Names that an array of articles usually has, the likeliest first. */
const usualNames = [
  ...['articles', 'items', 'results', 'documents', 'docs', 'records', 'entries'],
  ...['stories', 'posts', 'news', 'hits', 'data', 'rows', 'value'],
]

/** Objects around the array: { "response": { "docs": [ … ] } } has two. */
const deepest = 3

const [quote, colon] = [34, 58]
const [openArray, closeArray, openObject, closeObject] = [91, 93, 123, 125]
const blank = new Set([9, 10, 13, 32])

/** An array of objects within the objects of a file. */
interface FoundArray {
  readonly name: string
  readonly start: number
}

/**
 * Finds the array of articles in the beginning of a JSON file: the file itself, else one that holds objects. `textNames` tell what marks
 * an article: an object with a text of such a name is one itself, whatever arrays it holds, and so is one without arrays. Of several
 * arrays the one with a usual name is taken. Throws Unreadable where it remains unclear which.
 */
export function findArticles(start: Uint8Array, textNames: ReadonlySet<string>): ArticlesAt {
  const first = firstByte(start)
  if (start[first] === openArray) return { kind: 'array', start: first + 1 }
  if (start[first] !== openObject) throw new Unreadable('not JSON: neither an object nor an array')
  const { arrays, texts } = outline(start, first)
  if (arrays.length === 0 || texts.some((name) => textNames.has(name))) return { kind: 'one' }
  const usual = usualNames.flatMap((name) => arrays.filter((array) => array.name === name))
  const chosen = usual[0] ?? (arrays.length === 1 ? arrays[0] : undefined)
  if (chosen) return { kind: 'array', start: chosen.start }
  const names = arrays.slice(0, 12).map(({ name }) => name)
  throw new Unreadable(
    `which array holds the articles is unclear: ${names.join(', ')}; save it in a file of its own`,
  )
}

function firstByte(bytes: Uint8Array): number {
  const isMarked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  return passBlanks(bytes, isMarked ? 3 : 0)
}

function passBlanks(bytes: Uint8Array, from: number): number {
  let at = from
  while (blank.has(bytes[at] ?? 0)) at++
  return at
}

/** The arrays of objects, and the names of texts at the top of a file, as far as its beginning goes. */
function outline(bytes: Uint8Array, from: number): Outline {
  const found = new Outline(bytes)
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0
    if (byte === quote) at = found.string(at) - 1
    else if (byte === openObject) found.object()
    else if (byte === openArray) found.array(at)
    else if (byte === closeArray || byte === closeObject) found.close()
  }
  return found
}

class Outline {
  readonly arrays: FoundArray[] = []
  /** Names at the top whose values are text. */
  readonly texts: string[] = []
  readonly #bytes: Uint8Array
  /** How many objects are open, and how many arrays within them: what stands in an array is of no interest. */
  #objects = 0
  #arrays = 0
  #name = ''

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  /** Returns where it ends. */
  string(start: number): number {
    const end = stringEnd(this.#bytes, start)
    if (this.#arrays > 0) return end
    const value = behindColon(this.#bytes, end)
    if (value !== undefined) this.#name = textOf(this.#bytes.subarray(start, end))
    if (value === quote && this.#objects === 1) this.texts.push(this.#name)
    return end
  }

  object(): void {
    if (this.#arrays > 0) this.#arrays++
    else this.#objects++
  }

  array(start: number): void {
    if (this.#arrays === 0 && this.#objects <= deepest && holdsObjects(this.#bytes, start))
      this.arrays.push({ name: this.#name, start: start + 1 })
    this.#arrays++
  }

  close(): void {
    if (this.#arrays > 0) this.#arrays--
    else this.#objects--
  }
}

/** The first byte of the value that a name has; undefined where the string is no name. */
function behindColon(bytes: Uint8Array, end: number): number | undefined {
  const at = passBlanks(bytes, end)
  return bytes[at] === colon ? bytes[passBlanks(bytes, at + 1)] : undefined
}

function holdsObjects(bytes: Uint8Array, array: number): boolean {
  return bytes[passBlanks(bytes, array + 1)] === openObject
}

function textOf(json: Uint8Array): string {
  return new TextDecoder().decode(json.subarray(1, -1))
}
