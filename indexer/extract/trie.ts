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

/** An empty tree. A later name of the same words stands beside the earlier one. */
export function createNameTrie<T>(): NameTrie<T> {
  const root: Node<T> = { next: undefined, patterns: none }
  return {
    add(name, value, spelling = 'free') {
      const words = wordsOf(name)
      let node = root
      for (const { key } of words) node = childOf(node, key)
      if (node === root) return
      const pattern = { writing: writingOf(words), strict: spelling === 'strict', value }
      node.patterns = node.patterns.length === 0 ? [pattern] : [...node.patterns, pattern]
    },
    longestAt(words, from) {
      let node: Node<T> | undefined = root
      let found: Found<T> | undefined
      for (let at = from; at < words.length; at++) {
        node = node.next?.get(words[at]?.key ?? '')
        if (!node) break
        const values = valuesAt(node, words, from)
        if (values.length > 0) found = { from, to: at + 1, values }
      }
      return found
    },
  }
}

const none: readonly never[] = []

const oneWord = /^[A-Z][a-z]+$/

// Most names are one plain word, and there are tens of thousands of them.
function wordsOf(name: string): readonly Word[] {
  if (!oneWord.test(name)) return scanWords(name)
  return [{ start: 0, end: name.length, key: name.toLowerCase(), gap: 'start', shape: 'upper' }]
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

function valuesAt<T>(node: Node<T>, words: readonly Word[], from: number): T[] {
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
