import type { Tagger } from '../tagger/tagger.ts'
import { personOf } from './listed.ts'
import type { Lists } from './lists.ts'
import {
  isDoubtful,
  isJunior,
  nameKey,
  namesAThing,
  type FullName,
  type NameRun,
} from './name-run.ts'
import { isCapital, isJoined, keyAt } from './reading.ts'

/** From this share on words that nothing else tells of are a person's name. */
const personFrom = 0.7

/** Below this share at every word a name is no person's. */
const otherBelow = 0.05

/** The tagger, and what else names are weighed with. */
interface Scales {
  readonly tagger: Tagger
  readonly vocabulary: ReadonlySet<string>
  readonly lists: Lists
}

/**
 * The whole names that the rules found, without unlisted ones that the tagger takes for something else at every
 * mention (Warner Records), and with the runs that it takes for people where no rule speaks.
 */
export function weighNames(
  names: readonly FullName[],
  runs: readonly NameRun[],
  scales: Scales,
): FullName[] {
  const people = new Set(names.filter((name) => !isOther(name, scales.tagger)).map(keyOf))
  const kept = names.filter((name) => people.has(keyOf(name)))
  const named = new Set(names.map(({ run }) => run))
  const added = runs.flatMap((run) => (named.has(run) ? [] : unruledName(run, scales)))
  const all = [...kept, ...added]
  const ends = new Set(all.flatMap((name) => endsOf(keyOf(name))))
  return [...kept, ...added.filter((name) => !ends.has(keyOf(name)))]
}

function keyOf({ run, from, to }: FullName): string {
  return nameKey({ reading: run.reading, from, to })
}

// "Unpacking Trump" and "Van Spronsen" stand for the man whose name ends so, and are no others.
function endsOf(key: string): string[] {
  const words = key.split(' ')
  return words.slice(1).map((_, index) => words.slice(index + 1).join(' '))
}

function isOther({ run, from, to, listed }: FullName, tagger: Tagger): boolean {
  if (listed || run.title || run.reading.titleCase) return false
  for (let at = from; at < to; at++)
    if (tagger.likelihoods(run.reading, at, at + 1).PER >= otherBelow) return false
  return true
}

function unruledName(run: NameRun, scales: Scales): FullName[] {
  const { reading, from, to } = run
  if (!mayBeName(run, scales)) return []
  const { PER } = scales.tagger.likelihoods(reading, from, to)
  if (PER < personFrom) return []
  return [
    {
      run,
      from,
      to,
      listed: undefined,
      rule: `tagger: person, ${Math.floor(100 * PER)} %`,
    },
  ]
}

// In a headline and in a line of capitals the tagger has nothing to go by.
function mayBeName(run: NameRun, { vocabulary, lists }: Scales): boolean {
  const { reading, from, to, parts } = run
  if (parts < 2 || parts > 5 || reading.titleCase || isPartOfRow(run)) return false
  const words = reading.words.slice(from, to)
  if (words.some(({ shape, key }) => shape === 'caps' || isDoubtful(key, vocabulary, lists)))
    return false
  return !startsWithWord(run, lists) && !namesKnown(run) && !namesAThing(reading, to, lists)
}

// A row of capitals that the run is only a part of is another name: Alpha Phi Alpha.
function isPartOfRow({ reading, from, to, title }: NameRun): boolean {
  const joinsBefore = title === undefined && isJoined(reading, from) && isCapital(reading, from - 1)
  return joinsBefore || (isJoined(reading, to) && isCapital(reading, to))
}

// "Witch Hunt", "De Sousa": no rule knows the first word as a name, and it is an everyday one or a particle.
function startsWithWord({ reading, from }: NameRun, lists: Lists): boolean {
  const first = keyAt(reading, from)
  return lists.commonWords.has(first) || lists.isKind(first, 'transliterated')
}

// "Animal Assad", "Obama Admin", "Trump Jr.", "Category B": a listed man, with a word before or after his name, or no name.
function namesKnown({ reading, from, to }: NameRun): boolean {
  const last = keyAt(reading, to - 1)
  const listed = reading.matchAt.slice(from, to).some((match) => personOf(match) !== undefined)
  return listed || last.length < 2 || isJunior(last)
}
