import { lift, logLikelihood, type Joint } from './association.ts'

/** A value that stands in some of the articles that are looked at. */
export interface Seen {
  readonly id: string
  readonly value: string
  /** Articles of those looked at that have it. */
  readonly count: number
}

/** A value that stands with something more often than by chance. */
export interface Companion extends Seen {
  /** Articles that have it at all. */
  readonly articles: number
  /** So many times as often as by chance; more than 1. */
  readonly lift: number
}

/** What values are compared with. */
export interface Background {
  /** Articles that are looked at, and all that they are among. */
  readonly one: number
  readonly all: number
  /** By value, in how many of all it stands; a value that is not there cannot be judged. */
  readonly articles: ReadonlyMap<string, number>
  /** Values seen in fewer articles than this are left out. */
  readonly least: number
  /** So many are listed. */
  readonly most: number
  /** The values are the most frequent ones only. */
  readonly isCut: boolean
}

/** The values that stand out, and whether one that could not be judged might belong among them. */
export interface Ranking {
  readonly values: readonly Companion[]
  readonly isComplete: boolean
}

/** Chance passes it once in twenty. */
const leastScore = 3.84

/** Values that stand with something more often than by chance, by `logLikelihood`, which is at least 3.84; ties by id. `seen` is ordered by count, descending. */
export function rankTogether(seen: readonly Seen[], background: Background): Ranking {
  const { one, all, articles, least, most } = background
  const judged = seen
    .filter(({ count }) => count >= least)
    .flatMap((each) => {
      const other = articles.get(each.id)
      if (other === undefined) return []
      const joint = tableOf(each.count, one, other, all)
      const companion = { ...each, articles: other, lift: lift(joint) }
      return [{ companion, score: logLikelihood(joint) }]
    })
    .filter(({ score }) => score >= leastScore)
    .toSorted((a, b) => b.score - a.score || (a.companion.id < b.companion.id ? -1 : 1))
  const last = judged[most - 1]?.score ?? leastScore
  return {
    values: judged.slice(0, most).map(({ companion }) => companion),
    isComplete: bestUnjudged(seen, background) <= last,
  }
}

/**
 * The highest score that a value could have that was not judged. One seen in so many articles scores highest where it stands nowhere
 * else, and the more the more it is seen.
 */
function bestUnjudged(seen: readonly Seen[], background: Background): number {
  const { one, all, articles, least, isCut } = background
  const unknown = seen.filter(({ id }) => !articles.has(id)).map(({ count }) => count)
  const cut = isCut ? [seen.at(-1)?.count ?? 0] : []
  const most = Math.max(0, ...unknown, ...cut)
  return most < least ? 0 : logLikelihood({ together: most, one, other: most, all })
}

/** Counts that come from two places may be a moment apart: no cell falls below nothing. */
function tableOf(together: number, one: number, articles: number, all: number): Joint {
  const other = Math.max(articles, together)
  return { together, one, other, all: Math.max(all, one + other - together) }
}
