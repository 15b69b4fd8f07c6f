import type { Candidate } from './candidates.ts'
import { mostLikely, type Company } from './company.ts'
import type { NameFrequency } from './name-frequency.ts'
import type { NameRelation } from './name-relation.ts'

/** From here on two names are taken for one person's. */
export const enough = 2.4

/**
 * Down to here they stay one once they are. A growing archive knows more people of every name, so that what speaks for a pair sinks a
 * little with each run: where one line decided, pairs near it would part and join in turn.
 */
export const stillEnough = 0.4

/** What a kind of difference says by itself. */
const kinds: Readonly<Record<NameRelation['kind'], number>> = {
  letters: 1.5,
  middle: 0,
  spelling: -0.5,
  short: -0.5,
  end: -2.5,
  start: -3.5,
}

/**
 * How much speaks for one person, as a sum of logarithms: how rare the name is, how near the two names are, and the company. Whom
 * many articles name is also misspelt more often. Rounded, so that the order in which numbers are added up leaves no trace.
 * -Infinity where company could not make it enough to stay one.
 */
export function likelihoodOfOne(
  { one, other, oneName, otherName, relation }: Candidate,
  frequency: NameFrequency,
  company: Company,
): number {
  const rare = -Math.log(frequency.expected(oneName, otherName) + 0.02)
  const known = 0.4 * Math.log(Math.max(one.articles, other.articles))
  const name = rare + known + nearness(relation)
  if (name + mostLikely < stillEnough) return -Infinity
  const likely = name + company.likelihood(one.value, other.value)
  if (likely < stillEnough) return rounded(likely)
  return rounded(likely + (company.together(one.value, other.value) ? asTwo(relation) : 0))
}

const rounded = (sum: number) => Math.round(sum * 1e6) / 1e6

function nearness({ kind, distance, besides }: NameRelation): number {
  const generation = besides.has('generation') ? -4.2 : 0
  const middle = besides.has('middle') && (kind === 'spelling' || generation !== 0) ? -1 : 0
  return kinds[kind] - 3 * distance + generation + middle
}

/** What it says that an article has both as two people. It may well call one person by a part of the name. */
function asTwo({ kind }: NameRelation): number {
  return kind === 'end' || kind === 'start' ? -2 : -5.5
}
