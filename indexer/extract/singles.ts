import type { Entity } from './facet-values.ts'
import type { Linked } from './linked.ts'
import { peopleAloneOf, personOf, placesOf } from './listed.ts'
import type { ListedName, Lists } from './lists.ts'
import { isJunior, nameKey, namesAThing, type NameRun } from './name-run.ts'
import type { NamesakeIndex } from './namesakes.ts'
import type { Person } from './persons.ts'
import { halfOfACouple } from './couples.ts'
import { personOfPhrase } from './phrases.ts'
import { keyAt, startsSentence } from './reading.ts'

interface Range {
  readonly from: number
  readonly to: number
  /** Its words, folded. */
  readonly key: string
}

/**
 * Whom a surname or given name alone stands for: the person of the article whose full name stands nearest before it,
 * or the first after it; else one that the list knows by this word alone. Undefined when nobody is meant.
 */
export function linkSingle(
  run: NameRun,
  namesakes: NamesakeIndex,
  vocabulary: ReadonlySet<string>,
  lists: Lists,
): Linked | undefined {
  const range = singleRange(run, namesakes, vocabulary)
  if (!range || namesAThing(run.reading, range.to, lists)) return undefined
  if (isSentenceWord(run, range, vocabulary)) return undefined
  return (
    bySurname(run, range, namesakes, lists) ??
    byGivenName(run, range, namesakes, lists) ??
    halfOfACouple(run, namesakes, lists)
  )
}

// One part; the listed surname in a longer run that is no name ("Candidate Trump"); or the end of a name in two words ("Torres Small").
function singleRange(
  run: NameRun,
  namesakes: NamesakeIndex,
  vocabulary: ReadonlySet<string>,
): Range | undefined {
  const { reading, from, to } = run
  if (run.parts === 1) return { from, to, key: keyOf(run, to - 1, to) }
  for (let at = to - 1; at >= from; at--) {
    const match = reading.matchAt[at]
    if (!match || !personOf(match)) continue
    const range = rangeIn(run, match)
    return isNameBefore(run, range.from, vocabulary)
      ? undefined
      : { ...range, key: keyOf(run, at, match.to) }
  }
  const key = nameKey(run)
  return namesakes.bySurname(key) ? { from, to, key } : undefined
}

// "Jethro Mullen" is not the Mullen of the list; "Candidate Trump" and, where a sentence starts, "Unpacking Trump" are its Trump.
function isNameBefore(
  { reading, from }: NameRun,
  surname: number,
  vocabulary: ReadonlySet<string>,
): boolean {
  if (surname === from || reading.titleCase || startsSentence(reading, from)) return false
  // "JUST WATCHED Obama" is what a player says.
  if (reading.words[surname - 1]?.shape === 'caps') return false
  return !vocabulary.has(keyAt(reading, surname - 1))
}

// The words of a listed name that belong to the run: of "President Clinton" the surname.
function rangeIn(run: NameRun, match: { from: number; to: number }): { from: number; to: number } {
  return { from: Math.max(match.from, run.from), to: Math.min(match.to, run.to) }
}

function keyOf({ reading }: NameRun, from: number, to: number): string {
  return reading.words[Math.max(from, to - 1)]?.key ?? ''
}

function bySurname(
  run: NameRun,
  range: Range,
  index: NamesakeIndex,
  lists: Lists,
): Linked | undefined {
  const namesakes = index.bySurname(range.key)
  const isWord = range.to - range.from === 1
  const phrase = isWord && personOfPhrase(run.reading, range.from, namesakes, lists)
  if (phrase) {
    return {
      entity: phrase,
      from: range.from,
      to: range.to,
      rule: 'title or noun beside the surname',
    }
  }
  const alone = aloneAt(run, range, index)
  const entity = choose(run, range, namesakes, alone)
  if (!entity || isPlaceHere(run, range.from)) return undefined
  const rule = namesakes
    ? 'surname of a full name in the article'
    : 'list of people, by this name alone'
  return { entity, from: range.from, to: range.to, rule }
}

// A word that is somebody's given name in the article stands for nobody else: Kim beside Kim Kardashian.
function aloneAt({ reading }: NameRun, range: Range, index: NamesakeIndex): readonly ListedName[] {
  const people = peopleAloneOf(reading.matchAt[range.to - 1])
  return index.byGivenName(range.key).length > 0 ? [] : people
}

function isSentenceWord(run: NameRun, range: Range, vocabulary: ReadonlySet<string>): boolean {
  return !run.title && vocabulary.has(range.key) && startsSentence(run.reading, range.from)
}

type Namesakes = ReturnType<NamesakeIndex['bySurname']>

function choose(
  run: NameRun,
  range: Range,
  namesakes: Namesakes,
  alone: readonly ListedName[],
): Entity | undefined {
  const [first, ...others] = alone
  if (!namesakes) return first
  const only = others.length === 0 ? first : undefined
  const known = only && namesakes.ids.get(only.id)
  if (known) return known
  // A relative who is listed does not take the name over: "Trump" beside "Melania Trump" is Donald. Several who are known by one
  // surname, as the Clintons are, take it over from each other.
  if (only && namesakes.allListed) return only
  return nearestOrFirst(namesakes.nearestBefore(run.reading, range.from), namesakes, alone)
}

function nearestOrFirst(
  nearest: Person | undefined,
  namesakes: NonNullable<Namesakes>,
  alone: readonly ListedName[],
): Person | undefined {
  return takesOver(nearest, alone) ? nearest : (rankedFirst(namesakes, alone) ?? nearest)
}

// Several are known by this surname alone, and the article names one of them: "Kim" is Kim Jong Un, not the general named last.
function rankedFirst(
  namesakes: NonNullable<Namesakes>,
  alone: readonly ListedName[],
): Person | undefined {
  const known = alone.flatMap(({ id }) => namesakes.ids.get(id) ?? [])
  return known.length === 1 ? known[0] : undefined
}

// Who is known so too, or was named with a title.
function takesOver(nearest: Person | undefined, alone: readonly ListedName[]): boolean {
  if (!nearest) return false
  const isTitled = nearest.mentions.some(({ run }) => run.title === 'title')
  return isTitled || alone.some(({ id }) => id === nearest.id)
}

// "Austin" is the secretary where he is named, except after a word that asks for a place.
function isPlaceHere(run: NameRun, from: number): boolean {
  const match = run.reading.matchAt[from]
  if (run.title || placesOf(match).length === 0) return false
  return /^(?:in|at|near|from|to|outside|around|across|of)$/.test(
    run.reading.words[from - 1]?.key ?? '',
  )
}

function byGivenName(
  run: NameRun,
  range: Range,
  index: NamesakeIndex,
  lists: Lists,
): Linked | undefined {
  const { reading } = run
  if (run.parts > 1 || !lists.givenNames.has(range.key) || reading.matchAt[range.from])
    return undefined
  const named = index.byGivenName(range.key)
  const [only] = named
  if (!only || named.length > 1 || goesOn(run)) return undefined
  const rule = 'given name of a full name in the article'
  return { entity: only, from: range.from, to: range.to, rule }
}

// "Steve Forbes" is not the Steve of the article, even where Forbes was taken for the magazine.
function goesOn({ reading, to }: NameRun): boolean {
  const next = reading.words[to]
  return next?.gap === 'space' && next.shape !== 'lower' && !isJunior(next.key)
}
