import type { ListedName, Lists } from './lists.ts'
import { personOf } from './listed.ts'
import { keyAt, startsSentence, type ListedMatch, type Reading } from './reading.ts'
import { isJunior, type NameRun } from './runs.ts'

/** A name of two words or more that counts as a person's. */
export interface FullName {
  readonly run: NameRun
  readonly from: number
  readonly to: number
  readonly listed: ListedName | undefined
  readonly rule: string
}

/**
 * The runs that are whole names, each with the range that is the name. In a headline every word has its capital, so a
 * name that the text gives is cut out first: "John Smith Resigns" is John Smith.
 */
export function fullNames(
  runs: readonly NameRun[],
  vocabulary: ReadonlySet<string>,
  lists: Lists,
): FullName[] {
  const plain = runs.filter((run) => !run.reading.titleCase)
  const names = plain.flatMap((run) => fullName(run, vocabulary, lists))
  const known = new Set(names.map((name) => nameKey({ ...name, reading: name.run.reading })))
  const headline = runs.filter((run) => run.reading.titleCase)
  return [
    ...names,
    ...headline.flatMap((run) => fullName(cutToKnown(run, known), vocabulary, lists, run)),
  ]
}

function fullName(
  run: NameRun,
  vocabulary: ReadonlySet<string>,
  lists: Lists,
  original: NameRun = run,
): FullName[] {
  const name = listedFull(run, lists) ?? unlistedFull(run, vocabulary, lists)
  return name ? [{ ...name, run: original }] : []
}

function cutToKnown(run: NameRun, known: ReadonlySet<string>): NameRun {
  for (let to = run.to - 1; to > run.from + 1; to--) {
    if (known.has(nameKey({ ...run, to }))) return { ...run, to, parts: run.parts - (run.to - to) }
  }
  return run
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
  if (run.parts < 2) return undefined
  const listed = listedPerson(nameKey(run).split(' '), [], lists)
  if (!listed) return undefined
  return { run, from: run.from, to: run.to, listed, rule: 'list of people' }
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

/** The words of a run as one key, without initials and Jr.: John R. Bolton is John Bolton. */
export function nameKey(run: Pick<NameRun, 'reading' | 'from' | 'to'>): string {
  return run.reading.words
    .slice(run.from, run.to)
    .map((word) => word.key)
    .filter((key) => key.replace(/\./g, '').length > 1 && !isJunior(key))
    .join(' ')
}

function unlistedFull(
  run: NameRun,
  vocabulary: ReadonlySet<string>,
  lists: Lists,
): FullName | undefined {
  const from = skipSentenceWord(run, vocabulary, lists)
  const parts = run.parts - (from - run.from)
  if (parts < 2 || parts > 5 || namesAThing(run.reading, run.to, lists)) return undefined
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
  if (run.reading.titleCase) return doubtful ? undefined : knownBefore(run, lists)
  if (doubtful)
    return run.title || !startsSentence(run.reading, run.from) ? knownBefore(run, lists) : undefined
  return knownBefore(run, lists) ?? cueAround(run, lists)
}

function knownBefore(run: NameRun, lists: Lists): string | undefined {
  if (run.title) return 'title before the name'
  return isGiven(keyAt(run.reading, run.from), lists) ? 'first name known' : undefined
}

function isDoubtful(key: string, vocabulary: ReadonlySet<string>, lists: Lists): boolean {
  return vocabulary.has(key) && !lists.givenNames.has(key) && !lists.isKind(key, 'transliterated')
}

function isInitials(key: string): boolean {
  return /^(?:[a-z]\.)+$/.test(key) || /^[a-z]$/.test(key)
}

function allCapitals(words: readonly { shape: string; key: string }[]): boolean {
  return words.every((word) => word.shape === 'caps' || isInitials(word.key))
}

function cueAround(run: NameRun, lists: Lists): string | undefined {
  return saidAfter(run, lists) ?? saidBefore(run) ?? describedAfter(run)
}

function saidAfter({ reading, to }: NameRun, lists: Lists): string | undefined {
  const next = reading.words[to]
  const speaks = next?.gap === 'space' && lists.isKind(next.key, 'speech-verb')
  return speaks ? `"${next.key}" after the name` : undefined
}

function saidBefore({ reading, from }: NameRun): string | undefined {
  const previous = reading.words[from - 1]
  if (previous?.shape !== 'lower' || reading.words[from]?.gap !== 'space') return undefined
  return /^(?:said|says|told)$/.test(previous.key) ? `"${previous.key}" before the name` : undefined
}

function describedAfter({ reading, to }: NameRun): string | undefined {
  const end = reading.words[to - 1]?.end ?? 0
  return description.test(reading.text.slice(end, end + 40))
    ? 'described after the name'
    : undefined
}

// "Igor Korotchenko, a journalist", "Yuri Lyamin, 34,", "Ayham Kamel, who"
const description =
  /^,\s+(?:\d\d,|an?\s+(?:\p{L}+\s+){0,3}(?:analyst|expert|spokes|official|professor|fellow|director|journalist|researcher|lawyer|activist|resident|former|senior|retired|veteran|member|leader|lawmaker|scholar|student|teacher|doctor|specialist)|who\s|whose\s|(?:the\s+)?(?:\p{L}+\s+)?(?:spokes|director|president|head|chief|chairman|leader|commander|executive|founder|senior|professor|analyst|minister|secretary))/u

/** Whether the name before word `at` belongs to a thing: Kennedy Airport, Trump Tower, Clinton Foundation. */
export function namesAThing(reading: Reading, at: number, lists: Lists): boolean {
  const next = reading.words[at]
  return next?.gap === 'space' && next.shape !== 'lower' && lists.isKind(next.key, 'person-bound')
}
