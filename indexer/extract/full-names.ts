import { knownNames, namedLater, nameAgain, type KnownNames } from './agreement.ts'
import type { ListedName, Lists } from './lists.ts'
import { personOf } from './listed.ts'
import {
  isDoubtful,
  isJunior,
  nameKey,
  namesAThing,
  type FullName,
  type NameRun,
} from './name-run.ts'
import { keyAt, startsSentence, type ListedMatch } from './reading.ts'
import { saidAround } from './said-of.ts'
import { soundOfName } from './spellings.ts'
import { isSurnameFirst } from './surname-first.ts'

/**
 * The runs that are whole names, each with the range that is the name. A name counts wherever it stands once the article says
 * in one place that it is somebody's. In a headline every word has its capital, so a name that the text gives is cut out
 * first: "John Smith Resigns" is John Smith.
 */
export function fullNames(
  runs: readonly NameRun[],
  vocabulary: ReadonlySet<string>,
  lists: Lists,
): FullName[] {
  const plain = runs.filter((run) => !run.reading.titleCase)
  const sure = plain.flatMap((run) => fullName(run, vocabulary, lists))
  const unclear = without(plain, sure)
  const later = namedLater(unclear, vocabulary, lists)
  const known = knownNames([...sure, ...later])
  const again = without(unclear, later).flatMap((run) => nameAgain(run, known) ?? [])
  const headline = runs.filter((run) => run.reading.titleCase)
  return [
    ...sure,
    ...later,
    ...again,
    ...headline.flatMap((run) => headlineName(run, known, vocabulary, lists)),
  ]
}

function headlineName(
  run: NameRun,
  known: KnownNames,
  vocabulary: ReadonlySet<string>,
  lists: Lists,
): FullName[] {
  const name =
    listedFull(run, lists) ?? nameAgain(run, known) ?? unlistedFull(run, vocabulary, lists)
  return name ? [{ ...name, run }] : []
}

function without(runs: readonly NameRun[], names: readonly FullName[]): NameRun[] {
  const named = new Set(names.map((name) => name.run))
  return runs.filter((run) => !named.has(run))
}

function fullName(run: NameRun, vocabulary: ReadonlySet<string>, lists: Lists): FullName[] {
  const name = listedFull(run, lists) ?? unlistedFull(run, vocabulary, lists)
  return name ? [{ ...name, run }] : []
}

function listedFull(run: NameRun, lists: Lists): FullName | undefined {
  const son = listedJunior(run, lists)
  if (son) return { run, from: run.from, to: run.to, listed: son, rule: 'list of people' }
  const match = matchesIn(run).find((inside) => personOf(inside)?.trust === 'plain')
  if (match && !namesAThing(run.reading, match.to, lists)) {
    // From the run on: a listed "King Salman" is the man Salman, its title no part of the evidence.
    const [from, to] = [Math.max(match.from, run.from), match.to]
    return { run, from, to, listed: personOf(match), rule: 'list of people' }
  }
  return run.parts < 2 ? undefined : listedByWords(run, lists)
}

function listedByWords(run: NameRun, lists: Lists): FullName | undefined {
  const keys = nameKey(run).split(' ')
  const { from, to } = run
  const listed = listedPerson(keys, [], lists)
  if (listed) return { run, from, to, listed, rule: 'list of people' }
  const sound = isJunior(keyAt(run.reading, to - 1)) ? undefined : soundOfName(keys)
  const heard = sound === undefined ? undefined : lists.peopleBySound.get(sound)
  return heard && { run, from, to, listed: heard, rule: 'list of people, spelt otherwise' }
}

/** "Donald Trump, Jr." is the son where the list knows one: the name without Jr. is the father's. */
function listedJunior(run: NameRun, lists: Lists): ListedName | undefined {
  const last = keyAt(run.reading, run.to - 1)
  return isJunior(last) ? listedPerson(nameKey(run).split(' '), [last], lists) : undefined
}

function listedPerson(
  keys: readonly string[],
  suffix: readonly string[],
  lists: Lists,
): ListedName | undefined {
  const [first = ''] = keys
  // A middle name in full, "Donald John Trump", is as good as an initial.
  return (
    lists.people.get([...keys, ...suffix].join(' ')) ??
    lists.people.get([first, keys.at(-1) ?? '', ...suffix].join(' '))
  )
}

function matchesIn(run: NameRun): ListedMatch[] {
  const inside = new Set<ListedMatch>()
  for (let at = run.from; at < run.to; at++) {
    const match = run.reading.matchAt[at]
    if (match) inside.add(match)
  }
  return [...inside]
}

function unlistedFull(
  run: NameRun,
  vocabulary: ReadonlySet<string>,
  lists: Lists,
): FullName | undefined {
  const from = skipSentenceWord(run, vocabulary, lists)
  const parts = run.parts - (from - run.from)
  if (parts < 2 || parts > 5 || namesAThing(run.reading, run.to, lists)) return undefined
  // "George W" and "Mitch M" are the beginnings of names.
  if (keyAt(run.reading, run.to - 1).length === 1) return undefined
  const rule = reasonFor({ ...run, from, parts }, vocabulary, lists)
  return rule === undefined ? undefined : { run, from, to: run.to, listed: undefined, rule }
}

function skipSentenceWord(run: NameRun, vocabulary: ReadonlySet<string>, lists: Lists): number {
  const { reading, from, to } = run
  const isSeparate = to - from > 1 && reading.words[from + 1]?.gap === 'space'
  if (!isSeparate || !startsSentence(reading, from)) return from
  return isSentenceWord(run, vocabulary, lists) ? from + 1 : from
}

// "Meanwhile John Smith", "Will Obama": the first word is there for the sentence.
function isSentenceWord(run: NameRun, vocabulary: ReadonlySet<string>, lists: Lists): boolean {
  const { reading, from, to } = run
  const first = keyAt(reading, from)
  const asks = lists.isKind(first, 'given-or-word') && vocabulary.has(first)
  if (asks && personOf(reading.matchAt[from + 1])) return true
  return to - from > 2 && lists.givenNames.has(keyAt(reading, from + 1)) && !isGiven(first, lists)
}

function isGiven(key: string, lists: Lists): boolean {
  return lists.givenNames.has(key) || isInitials(key)
}

function reasonFor(
  run: NameRun,
  vocabulary: ReadonlySet<string>,
  lists: Lists,
): string | undefined {
  const words = run.reading.words.slice(run.from, run.to)
  if (allCapitals(words)) return undefined
  const doubtful = words.some((word) => isDoubtful(word.key, vocabulary, lists))
  if (run.reading.titleCase) return doubtful ? undefined : inHeadline(run, lists)
  if (!doubtful) return knownBefore(run, lists) ?? saidAround(run, lists)
  const proves = run.title !== undefined || !startsSentence(run.reading, run.from)
  return proves ? knownBefore(run, lists) : undefined
}

// "Will Extradite", "Grace Returns": in a headline nothing tells the name from the word.
function inHeadline(run: NameRun, lists: Lists): string | undefined {
  const asks = lists.isKind(keyAt(run.reading, run.from), 'given-or-word')
  return asks && !run.title ? undefined : knownBefore(run, lists)
}

function knownBefore(run: NameRun, lists: Lists): string | undefined {
  if (run.title) return 'title before the name'
  if (isGiven(keyAt(run.reading, run.from), lists)) return 'first name known'
  return isSurnameFirst(nameKey(run).split(' '), lists)
    ? 'surname before the first name'
    : undefined
}

function isInitials(key: string): boolean {
  return /^(?:[a-z]\.)+$/.test(key) || /^[a-z]$/.test(key)
}

function allCapitals(words: readonly { shape: string; key: string }[]): boolean {
  return words.every((word) => word.shape === 'caps' || isInitials(word.key))
}
