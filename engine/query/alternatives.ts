import { mostCombinations, type Alternative } from './plan.ts'
import type { Substitute } from './substitute.ts'
import type { TypedWord } from './typed-words.ts'

/** An alternative with how a reader would write it. */
export interface WrittenAlternative extends Alternative {
  readonly text: string
}

/** What a literal stands for, and whether some of it had to be left out. */
export interface Combined {
  /** The typed words first, then by weight; `mostCombinations` at most. */
  readonly alternatives: readonly WrittenAlternative[]
  readonly isCut: boolean
}

/** Of alternatives to the end of a literal so many are kept while they are put together. */
const mostKept = 2 * mostCombinations

/** Puts together all ways to write a literal in which each word is as typed or within a substitute. */
export function combine(words: readonly TypedWord[], substitutes: readonly Substitute[]): Combined {
  const endings: Ending[][] = words.map(() => [])
  endings.push([{ terms: [], text: '', among: undefined, name: '', weight: Infinity }])
  for (let from = words.length - 1; from >= 0; from--) {
    const options = [
      typedOption(words, from),
      ...substitutes.filter((option) => option.from === from),
    ]
    endings[from] = options
      .flatMap((option) => (endings[option.to] ?? []).flatMap((ending) => joined(option, ending)))
      .sort((a, b) => b.weight - a.weight)
      .slice(0, mostKept)
  }
  const all = withoutRedundant(merged(endings[0] ?? []))
  return {
    alternatives: all.slice(0, mostCombinations).map(asAlternative),
    isCut: all.length > mostCombinations,
  }
}

interface Ending {
  readonly terms: readonly string[]
  readonly text: string
  readonly among: Alternative['among']
  readonly name: string
  /** That of the least of its substitutes; infinite as typed. */
  readonly weight: number
}

function typedOption(words: readonly TypedWord[], from: number): Substitute {
  const { term = '', raw = '', hyphened = false } = words[from] ?? {}
  const text = hyphened ? `${raw}-` : raw
  return { from, to: from + 1, terms: [term], text, name: '', weight: Infinity }
}

function joined(option: Substitute, ending: Ending): Ending[] {
  const among = both(option.among, ending.among)
  if (among === 'nobody') return []
  const gap = option.text.endsWith('-') || ending.text === '' ? '' : ' '
  return [
    {
      terms: [...option.terms, ...ending.terms],
      text: option.text + gap + ending.text,
      among,
      name: option.name || ending.name,
      weight: Math.min(option.weight, ending.weight),
    },
  ]
}

/** The entities for which two substitutes hold at once. */
function both(
  one: Alternative['among'],
  other: Alternative['among'],
): Alternative['among'] | 'nobody' {
  if (!one || !other) return one ?? other
  const ids = one.ids.filter((id) => other.ids.includes(id))
  return one.facet === other.facet && ids.length > 0 ? { facet: one.facet, ids } : 'nobody'
}

/** The same words for several entities of a facet are one alternative. */
function merged(endings: readonly Ending[]): Ending[] {
  const byWords = new Map<string, Ending>()
  for (const ending of endings) {
    const key = `${ending.terms.join(' ')} ${ending.among?.facet ?? ''}`
    const known = byWords.get(key)
    byWords.set(key, known ? either(known, ending) : ending)
  }
  return [...byWords.values()].sort((a, b) => b.weight - a.weight)
}

function either(one: Ending, other: Ending): Ending {
  if (!one.among || !other.among) return one
  const ids = [...new Set([...one.among.ids, ...other.among.ids])]
  const name = one.name === other.name ? one.name : ''
  // Infinity stands for the typed words, which no entity is needed for.
  return { ...one, among: { ...one.among, ids }, name, weight: one.weight + other.weight }
}

/** Leaves out what is found anyway: alternatives that contain the words of another one with the same condition or a weaker one. */
function withoutRedundant(endings: readonly Ending[]): Ending[] {
  return endings.filter(
    (ending, i) =>
      !endings.some(
        (other, j) => i !== j && covers(other, ending) && !(covers(ending, other) && i < j),
      ),
  )
}

function covers(wide: Ending, narrow: Ending): boolean {
  return isWithin(narrow.among, wide.among) && hasRun(narrow.terms, wide.terms)
}

function isWithin(narrow: Alternative['among'], wide: Alternative['among']): boolean {
  if (!wide) return true
  return narrow?.facet === wide.facet && narrow.ids.every((id) => wide.ids.includes(id))
}

/** Whether terms contain others, one behind the other; any terms contain none. */
export function hasRun(terms: readonly string[], run: readonly string[]): boolean {
  if (run.length === 0) return true
  return terms.some((_, start) => run.every((term, i) => terms[start + i] === term))
}

function asAlternative({ terms, among, name, text }: Ending): WrittenAlternative {
  return among ? { terms, among, name, text } : { terms, name, text }
}
