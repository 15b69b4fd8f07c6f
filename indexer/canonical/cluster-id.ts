import type { FoundMerge } from '../corrections/merge.ts'
import type { KnownPerson } from './known-people.ts'

/**
 * The merges that give each cluster one id: that of the listed person or of the one whose id has to stay (`own`), else the one that
 * former merges lead to, else that of most articles, ties in alphabetical order. An id that was joined with another before and that no
 * article has any more still leads to where its cluster is, so that links keep their goal.
 */
export function mergesOf(
  clusters: readonly (readonly KnownPerson[])[],
  people: readonly KnownPerson[],
  former: readonly FoundMerge[],
  own: ReadonlySet<string>,
): FoundMerge[] {
  const present = new Set(people.map(({ id }) => id))
  const targets = formerTargets(former, present)
  const claimed = new Set<string>()
  const into = new Map<string, string>()
  const single = people.filter(({ id }) => targets.of.has(id))
  const joined = new Set(clusters.flat())
  const groups = [...clusters, ...single.filter((each) => !joined.has(each)).map((each) => [each])]
  for (const cluster of groups.toSorted(byArticles)) {
    const target = idOf(cluster, targets, claimed, own)
    claimed.add(target)
    for (const { id } of cluster) if (id !== target) into.set(id, target)
  }
  for (const { id, into: target } of former)
    if (!present.has(id) && !claimed.has(id)) into.set(id, into.get(target) ?? target)
  return [...into]
    .map(([id, target]) => ({ facet: 'people' as const, id, into: target }))
    .sort(byId)
}

interface FormerTargets {
  /** Ids that values were joined with. */
  readonly all: ReadonlySet<string>
  /** What each value was joined with, where nothing has that id itself any more. */
  readonly of: ReadonlyMap<string, string>
}

function formerTargets(former: readonly FoundMerge[], present: ReadonlySet<string>): FormerTargets {
  const gone = former.filter(({ id, into }) => present.has(id) && !present.has(into))
  return {
    all: new Set(former.map(({ into }) => into)),
    of: new Map(gone.map(({ id, into }) => [id, into])),
  }
}

function idOf(
  cluster: readonly KnownPerson[],
  { all, of }: FormerTargets,
  claimed: ReadonlySet<string>,
  own: ReadonlySet<string>,
): string {
  const members = cluster.toSorted(mostArticlesFirst)
  const stays =
    members.find(({ id, listed }) => listed || own.has(id)) ?? members.find(({ id }) => all.has(id))
  if (stays) return stays.id
  const gone = members.flatMap(({ id }) => of.get(id) ?? []).find((id) => !claimed.has(id))
  return gone ?? members.map(({ id }) => id)[0] ?? ''
}

function mostArticlesFirst(a: KnownPerson, b: KnownPerson): number {
  return b.articles - a.articles || (a.id < b.id ? -1 : 1)
}

/** An id that is gone stays with the cluster that has most articles. */
function byArticles(a: readonly KnownPerson[], b: readonly KnownPerson[]): number {
  const articles = (cluster: readonly KnownPerson[]) =>
    cluster.reduce((sum, person) => sum + person.articles, 0)
  const first = (cluster: readonly KnownPerson[]) =>
    cluster.map(({ id }) => id).reduce((least, id) => (id < least ? id : least))
  return articles(b) - articles(a) || (first(a) < first(b) ? -1 : 1)
}

const byId = (a: FoundMerge, b: FoundMerge) => (a.id < b.id ? -1 : 1)
