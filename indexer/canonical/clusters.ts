import type { Candidate } from './candidates.ts'
import type { KnownPerson } from './known-people.ts'
import { enough, stillEnough } from './likelihood.ts'
import { contradict } from './name-relation.ts'

/** A pair of names and how much speaks for one person, see `likelihoodOfOne`. */
export interface Judged {
  readonly candidate: Candidate
  readonly likelihood: number
  /** Whether the two were one before. */
  readonly stands: boolean
}

/** A name that may belong to either of two people who are not one: this much more must speak for the one of them. */
const clearlyMore = 2

/**
 * Joins people whose names are one person's: those who were one before first, then the likeliest pairs, never two who contradict each
 * other. `own` are ids that have to stay, of which no two are joined. Each cluster has two people at least. The order of the pairs does
 * not matter.
 */
export function clusters(judged: readonly Judged[], own: ReadonlySet<string>): KnownPerson[][] {
  const rivals = rivalsOf(judged)
  const pairs = judged
    .filter((pair) => isEnough(pair) && !isAmbiguous(pair, rivals))
    .sort(byLikelihood)
  const clusterOf = new Map<KnownPerson, KnownPerson[]>()
  for (const { candidate } of pairs) {
    const { one, other } = candidate
    const [a, b] = [clusterOf.get(one) ?? [one], clusterOf.get(other) ?? [other]]
    if (a === b || !fit(a, b, own)) continue
    a.push(...b)
    for (const person of a) clusterOf.set(person, a)
  }
  return [...new Set(clusterOf.values())]
}

const isEnough = ({ likelihood, stands }: Judged) => likelihood >= (stands ? stillEnough : enough)

/** Those who stand, then the likeliest; ties by id. */
function byLikelihood(a: Judged, b: Judged): number {
  const key = ({ candidate: { one, other } }: Judged) => `${one.id} ${other.id}`
  const standing = Number(b.stands) - Number(a.stands)
  return standing || b.likelihood - a.likelihood || (key(a) < key(b) ? -1 : 1)
}

function rivalsOf(judged: readonly Judged[]): Map<KnownPerson, Judged[]> {
  const rivals = new Map<KnownPerson, Judged[]>()
  for (const pair of judged) {
    for (const person of [pair.candidate.one, pair.candidate.other]) {
      const known = rivals.get(person)
      if (known) known.push(pair)
      else rivals.set(person, [pair])
    }
  }
  return rivals
}

/** George Bush may be George H. W. and George W. */
function isAmbiguous(pair: Judged, rivals: ReadonlyMap<KnownPerson, readonly Judged[]>): boolean {
  const { one, other } = pair.candidate
  const hasRival = (person: KnownPerson, partner: KnownPerson) =>
    (rivals.get(person) ?? []).some((rival) => {
      const { candidate, likelihood } = rival
      const third = candidate.one === person ? candidate.other : candidate.one
      return (
        third !== partner &&
        // Whip Steny Hoyer, for a title taken for a name, is no rival.
        !isHalf(candidate) &&
        likelihood > pair.likelihood - clearlyMore &&
        contradictAny(third, partner)
      )
    })
  return hasRival(one, other) || hasRival(other, one)
}

const isHalf = ({ relation: { kind } }: Candidate) => kind === 'end' || kind === 'start'

function fit(
  a: readonly KnownPerson[],
  b: readonly KnownPerson[],
  own: ReadonlySet<string>,
): boolean {
  const stays = (person: KnownPerson) => person.listed || own.has(person.id)
  if (a.some(stays) && b.some(stays)) return false
  return !a.some((one) => b.some((other) => contradictAny(one, other)))
}

/** A listed person has several names, of which one may fit. */
function contradictAny(one: KnownPerson, other: KnownPerson): boolean {
  if (one.listed && other.listed) return true
  return one.names.every((a) => other.names.every((b) => contradict(a, b)))
}
