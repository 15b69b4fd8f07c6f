import { scanWords, type Gap, type Word } from './words.ts'

/** How the words of a listed name are written and joined; the words themselves are the way to its node. */
type Writing = readonly Pick<Word, 'gap' | 'shape'>[]

/** A name as listed: how it is written, and what it stands for. */
interface Pattern<T> {
  readonly writing: Writing
  /** Hyphens must be hyphens: S-300 is not "S 300". */
  readonly strict: boolean
  readonly value: T
}

/** Most names end where no longer one goes on, so most nodes need no map. */
interface Node<T> {
  next: Map<string, Node<T>> | undefined
  /** Replaced rather than added to: an array that grows by push keeps room for sixteen more. */
  patterns: readonly Pattern<T>[]
}

/** The longest listed name at a place: words `from` to `to` (exclusive) and everything it may stand for. */
export interface Found<T> {
  readonly from: number
  readonly to: number
  readonly values: readonly T[]
}

/** A tree of names by their words, to find listed names in a text in one pass. */
export interface NameTrie<T> {
  /** Lists a name. Names without a letter or digit are ignored. */
  add(name: string, value: T, spelling?: 'free' | 'strict'): void
  /** The longest listed name that starts at this word, written with the capitals that the list gives it. */
  longestAt(words: readonly Word[], from: number): Found<T> | undefined
}

/**
 * An empty tree. A later name of the same words stands beside the earlier one. Names are sorted by their first word when they are
 * listed, and grow into the tree when a text first has that word: of tens of thousands few are ever met.
 */
export function createNameTrie<T>(): NameTrie<T> {
  const heads = new Map<string, Waiting<T>[] | Node<T>>()
  const smallHeads = new Set<string>()
  return {
    add(name, value, spelling = 'free') {
      const first = firstWord(name)
      if (first === undefined) return
      const { key } = first
      if (first.shape === 'lower') smallHeads.add(key)
      const waiting = { name, value, strict: spelling === 'strict' }
      const known = heads.get(key)
      if (known === undefined) heads.set(key, [waiting])
      else if (Array.isArray(known)) known.push(waiting)
      else grow(known, waiting)
    },
    longestAt(words, from) {
      const first = words[from]
      // Most words of a text are small and begin none of the few names that are listed so.
      if (!first || (first.shape === 'lower' && !smallHeads.has(first.key))) return undefined
      const head = headOf(heads, first.key)
      return head && longestFrom(head, words, from)
    },
  }
}

function longestFrom<T>(head: Node<T>, words: readonly Word[], from: number): Found<T> | undefined {
  let node: Node<T> | undefined = head
  let found: Found<T> | undefined
  for (let at = from; node; at++) {
    const values = valuesAt(node, words, from)
    if (values.length > 0) found = { from, to: at + 1, values }
    node = node.next?.get(words[at + 1]?.key ?? '')
  }
  return found
}

/** A name as it was listed. */
interface Waiting<T> {
  readonly name: string
  readonly value: T
  readonly strict: boolean
}

/** The node of a first word, grown from all names that begin with it. */
function headOf<T>(heads: Map<string, Waiting<T>[] | Node<T>>, key: string): Node<T> | undefined {
  const known = heads.get(key)
  if (!Array.isArray(known)) return known
  const head: Node<T> = { next: undefined, patterns: none }
  for (const waiting of known) grow(head, waiting)
  heads.set(key, head)
  return head
}

function grow<T>(head: Node<T>, { name, value, strict }: Waiting<T>): void {
  const words = scanWords(name)
  let node = head
  for (const { key } of words.slice(1)) node = childOf(node, key)
  const pattern = { writing: writingOf(words), strict, value }
  node.patterns = node.patterns.length === 0 ? [pattern] : [...node.patterns, pattern]
}

const none: readonly never[] = []

/** A first word of plain letters, all small after the first or all capitals, is the same however the text around it is cut. */
const plainWord = /^(?:[A-Z]?[a-z]+|[A-Z]+)(?=[ ,-]|$)/

function firstWord(name: string): Pick<Word, 'key' | 'shape'> | undefined {
  const plain = plainWord.exec(name)?.[0]
  if (plain === undefined) return scanWords(name)[0]
  return { key: plain.toLowerCase(), shape: /^[a-z]/.test(plain) ? 'lower' : 'upper' }
}

const writings = new Map<string, Writing>()

/** Few names differ in this from all others, so tens of thousands share some hundred. */
function writingOf(words: readonly Word[]): Writing {
  let key = ''
  for (const { gap, shape } of words) key += `${gap} ${shape} `
  const known = writings.get(key)
  if (known) return known
  const writing = words.map(({ gap, shape }) => ({ gap, shape }))
  writings.set(key, writing)
  return writing
}

function childOf<T>(node: Node<T>, key: string): Node<T> {
  const known = node.next?.get(key)
  if (known) return known
  const child: Node<T> = { next: undefined, patterns: none }
  node.next ??= new Map()
  node.next.set(key, child)
  return child
}

function valuesAt<T>(node: Node<T>, words: readonly Word[], from: number): readonly T[] {
  if (node.patterns.length === 0) return none
  const values: T[] = []
  for (const pattern of node.patterns) {
    if (fits(pattern, words, from) && !values.includes(pattern.value)) values.push(pattern.value)
  }
  return values
}

function fits<T>(pattern: Pattern<T>, words: readonly Word[], from: number): boolean {
  return pattern.writing.every((listed, index) => {
    const word = words[from + index]
    if (!word || !hasItsCapitals(listed, word)) return false
    return index === 0 || joinsAs(listed.gap, word.gap, pattern.strict)
  })
}

// A listed capital asks for one, listed all-capitals for all: "us" is not US, "turkey" is not Turkey.
function hasItsCapitals(listed: Pick<Word, 'shape'>, word: Word): boolean {
  if (listed.shape === 'lower') return true
  return listed.shape === 'caps' ? word.shape === 'caps' : word.shape !== 'lower'
}

const looseGaps: Readonly<Partial<Record<Gap, readonly Gap[]>>> = {
  space: ['space', 'line', 'hyphen'],
  hyphen: ['hyphen', 'space', 'line'],
  dot: ['dot', 'space'],
}

function joinsAs(listed: Gap, gap: Gap, strict: boolean): boolean {
  if (listed === gap) return true
  return !strict && (looseGaps[listed]?.includes(gap) ?? false)
}
