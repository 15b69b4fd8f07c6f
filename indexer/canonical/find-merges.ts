import type { ExtractedValues } from '../../engine/archive/extracted-values.ts'
import type { FoundMerge } from '../corrections/merge.ts'
import type { Lists } from '../extract/lists.ts'
import { candidates } from './candidates.ts'
import { mergesOf } from './cluster-id.ts'
import { clusters } from './clusters.ts'
import { companyOf } from './company.ts'
import { knownPeople } from './known-people.ts'
import { likelihoodOfOne } from './likelihood.ts'
import { nameFrequency } from './name-frequency.ts'

/** What the archive settled before. */
export interface Settled {
  /** Merges that were found before: they stand unless something speaks against them, and their ids stay in use. */
  readonly former: readonly FoundMerge[]
  /** Ids that corrections name: others may be joined with them, but no two of them with each other. */
  readonly own: ReadonlySet<string>
}

/**
 * The people of an archive who are one under several names. Without `former`, who is joined depends on the articles' values, the lists
 * and `own` alone, not on the order of the articles. With it, two who were one stay one down to `stillEnough`, unless their names
 * contradict each other or a third one's, and keep their id: so who is joined depends on what earlier runs saw too, but what a run joins
 * is joined again by the next one over the same articles.
 */
export function findMerges(
  extracted: ExtractedValues,
  lists: Lists,
  { former, own }: Settled,
): FoundMerge[] {
  const asked = new Set(former.flatMap(({ id, into }) => [id, into]))
  const { people, everyName } = knownPeople(extracted, lists, asked)
  const pairs = candidates(people)
  const paired = new Set(pairs.flatMap(({ one, other }) => [one, other]))
  const compared = new Set([...paired].map(({ value }) => value))
  const company = companyOf(extracted, compared)
  const frequency = nameFrequency(everyName, [...paired], lists.givenNames)
  const formerly = new Map(former.map(({ id, into }) => [id, into]))
  const goal = (id: string) => formerly.get(id) ?? id
  const judged = pairs.map((candidate) => ({
    candidate,
    likelihood: likelihoodOfOne(candidate, frequency, company),
    stands: goal(candidate.one.id) === goal(candidate.other.id),
  }))
  return mergesOf(clusters(judged, own), people, former, own)
}
