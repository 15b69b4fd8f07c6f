import type { ListedName, Lists } from './lists.ts'
import { personOf } from './listed.ts'
import { startsSentence, type ListedMatch, type Reading } from './reading.ts'
import { isJunior, type NameRun } from './runs.ts'
import { isTitleCase } from './vocabulary.ts'

/** A name of two words or more that counts as a person's. */
export interface FullName {
  readonly run: NameRun
  readonly from: number
  readonly to: number
  readonly listed: ListedName | undefined
  readonly rule: string
}

/** The runs that are whole names, each with the range that is the name. */
export function fullNames(
  runs: readonly NameRun[],
  vocabulary: ReadonlySet<string>,
  lists: Lists,
): FullName[] {
  return runs.flatMap((run) => {
    const name = listedFull(run, lists) ?? unlistedFull(run, vocabulary, lists)
    return name ? [name] : []
  })
}

function listedFull(run: NameRun, lists: Lists): FullName | undefined {
  const match = matchesIn(run).find((inside) => personOf(inside)?.trust === 'plain')
  if (match && !isBoundElsewhere(run.reading, match.to, lists)) {
    const { from, to } = match
    return { run, from, to, listed: personOf(match), rule: 'list of people' }
  }
  const listed = lists.people.get(nameKey(run))
  if (!listed || run.parts < 2) return undefined
  return { run, from: run.from, to: run.to, listed, rule: 'list of people' }
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
  if (parts < 2 || parts > 5 || isBoundElsewhere(run.reading, run.to, lists)) return undefined
  const rule = reasonFor({ ...run, from, parts }, vocabulary, lists)
  return rule === undefined ? undefined : { run, from, to: run.to, listed: undefined, rule }
}

// "Meanwhile John Smith", "Will Obama": the first word is there for the sentence.
function skipSentenceWord(run: NameRun, vocabulary: ReadonlySet<string>, lists: Lists): number {
  const { reading, from, to } = run
  const first = reading.words[from]
  const second = reading.words[from + 1]
  if (!first || !second || to - from < 2 || second.gap === 'hyphen') return from
  if (!startsSentence(reading, from)) return from
  const rest = personOf(reading.matchAt[from + 1])
  if (lists.isKind(first.key, 'given-or-word') && rest && vocabulary.has(first.key)) return from + 1
  const secondIsGiven = lists.givenNames.has(second.key) && to - from > 2
  return secondIsGiven && !lists.givenNames.has(first.key) ? from + 1 : from
}

function reasonFor(
  run: NameRun,
  vocabulary: ReadonlySet<string>,
  lists: Lists,
): string | undefined {
  const words = run.reading.words.slice(run.from, run.to)
  const doubtful = words.some((word) => isDoubtful(word.key, vocabulary, lists))
  const [first, second] = words
  if (!first || !second || allCapitals(words)) return undefined
  const headline = isTitleCase(run.reading)
  if (run.title && !(headline && doubtful)) return 'title before the name'
  const given = lists.givenNames.has(first.key) || isInitials(first.key)
  if (given && !(doubtful && (headline || startsSentence(run.reading, run.from))))
    return 'first name known'
  if (doubtful || headline) return undefined
  return cueAround(run, lists)
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
  const { reading, from, to } = run
  const next = reading.words[to]
  const previous = reading.words[from - 1]
  if (next?.gap === 'space' && lists.isKind(next.key, 'speech-verb'))
    return `"${next.key}" after the name`
  if (
    previous?.shape === 'lower' &&
    /^(?:said|says|told)$/.test(previous.key) &&
    reading.words[from]?.gap === 'space'
  ) {
    return `"${previous.key}" before the name`
  }
  const tail = reading.text.slice(
    reading.words[to - 1]?.end,
    (reading.words[to - 1]?.end ?? 0) + 40,
  )
  return describedAfter.test(tail) ? 'described after the name' : undefined
}

// "Igor Korotchenko, a journalist", "Yuri Lyamin, 34,", "Ayham Kamel, who"
const describedAfter =
  /^,\s+(?:\d\d,|an?\s+(?:\p{L}+\s+){0,3}(?:analyst|expert|spokes|official|professor|fellow|director|journalist|researcher|lawyer|activist|resident|former|senior|retired|veteran|member|leader|lawmaker|scholar|student|teacher|doctor|specialist)|who\s|whose\s|(?:the\s+)?(?:\p{L}+\s+)?(?:spokes|director|president|head|chief|chairman|leader|commander|executive|founder|senior|professor|analyst|minister|secretary))/u

// "Kennedy Airport", "Trump Tower", "Clinton Foundation": named after a person, and no mention of one.
function isBoundElsewhere(reading: Reading, at: number, lists: Lists): boolean {
  const next = reading.words[at]
  return next?.gap === 'space' && next.shape !== 'lower' && lists.isKind(next.key, 'person-bound')
}

/** Whether the name before word `at` belongs to a building, a foundation or the like. */
export const namesAThing = isBoundElsewhere
