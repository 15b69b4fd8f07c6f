import type { ExtractedValues } from '../../engine/archive/extracted-values.ts'
import type { FoundMerge } from '../corrections/merge.ts'
import type { Lists } from '../extract/lists.ts'
import { candidates } from './candidates.ts'
import { mergesOf } from './cluster-id.ts'
import { clusters } from './clusters.ts'
import { companyOf } from './company.ts'
import { knownPeople } from './known-people.ts'
import { enough, likelihoodOfOne } from './likelihood.ts'
import { nameFrequency } from './name-frequency.ts'

/** What the archive settled before. */
export interface Settled {
  /** Merges that were found before: their ids stay in use. */
  readonly former: readonly FoundMerge[]
  /** Ids that corrections name: they are joined with nothing else. */
  readonly own: ReadonlySet<string>
}

/**
 * The people of an archive who are one under several names. Who is joined depends on the articles' values, the lists and `own` alone,
 * not on the order of the articles; under which id, on `former` too.
 */
export function findMerges(
  extracted: ExtractedValues,
  lists: Lists,
  { former, own }: Settled,
): FoundMerge[] {
  const people = knownPeople(extracted, lists)
  const pairs = candidates(people)
  const compared = new Set(pairs.flatMap(({ one, other }) => [one.value, other.value]))
  const company = companyOf(extracted, compared)
  const frequency = nameFrequency(people, lists.givenNames)
  const judged = pairs.map((candidate) => ({
    candidate,
    likelihood: likelihoodOfOne(candidate, frequency, company),
  }))
  return mergesOf(clusters(judged, enough, own), people, former, own)
}
