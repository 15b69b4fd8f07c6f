import type { DatabaseSync } from 'node:sqlite'
import { prepare } from './prepare.ts'
import { inflate, readFacets, type ArticleRow } from './stored-row.ts'

/** A member of a family, as far as it tells about the others. */
export interface FamilyMember {
  readonly id: string
  readonly sequence: number
  readonly title: string
  readonly outlet: string
  /** The id of the outlet; '' where the article has none. */
  readonly outletId: string
  readonly published: string
  readonly dateline: string
  /** Equal for members with the same text. */
  readonly textHash: string
  readonly cites: readonly CitedMedium[]
}

/** A medium that an article cites. */
export interface CitedMedium {
  readonly id: string
  readonly name: string
  /** Its name stands in the dateline: `MOSCOW (Reuters)`. */
  readonly inDateline: boolean
}

/** A family in numbers. */
export interface FamilyCounts {
  readonly articles: number
  /** Different texts; case, white space and punctuation make no difference. */
  readonly texts: number
  /** The media that most members cite, the most frequent first; of a large family, what its oldest fifty cite. */
  readonly cites: readonly {
    readonly id: string
    readonly name: string
    readonly articles: number
  }[]
}

/** The members of a family in order, at most `limit`. */
export function familyMembers(db: DatabaseSync, id: string, limit: number): FamilyMember[] {
  if (id === '') return []
  return prepare(
    db,
    `select article.sequence, id, title, outlet, published, dateline, facets, text_hash
     from article left join signature using(sequence) where family = ? and family <> '' order by sequence limit ?`,
  )
    .all(id, limit)
    .map(readMember)
}

function readMember(row: ArticleRow): FamilyMember {
  const { outlet, cites } = readFacets(inflate(row['facets']).toString())
  const dateline = String(row['dateline'])
  return {
    id: String(row['id']),
    sequence: Number(row['sequence']),
    title: String(row['title']),
    outlet: String(row['outlet']),
    outletId: outlet[0]?.id ?? '',
    published: String(row['published']),
    dateline,
    textHash: String(row['text_hash']),
    cites: cites.map((value) => ({
      id: value.id,
      name: value.name,
      inDateline: value.evidence.some(
        ({ field, start }) => field === 'text' && start < dateline.length,
      ),
    })),
  }
}

/** Of so many members it is read whom they cite. */
const mostRead = 50
/** So many of the cited media are told. */
const mostCited = 3

/** Cheap enough to be asked for every hit of a page; undefined for an unknown id. */
export function familyCounts(db: DatabaseSync, id: string): FamilyCounts | undefined {
  const row = prepare(
    db,
    `select count(*) as articles, count(distinct text_hash) as texts
     from article left join signature using(sequence) where family = ? and family <> ''`,
  ).get(id)
  const articles = Number(row?.['articles'])
  if (articles === 0) return undefined
  const cites = citedBy(familyMembers(db, id, mostRead)).slice(0, mostCited)
  return { articles, texts: Number(row?.['texts']), cites }
}

/** The media that members cite, each with the number of its members; the most frequent first, then by id. */
export function citedBy(
  members: readonly Pick<FamilyMember, 'cites'>[],
): { id: string; name: string; articles: number }[] {
  const counted = new Map<string, { id: string; name: string; articles: number }>()
  for (const { id, name } of members.flatMap(({ cites }) => cites)) {
    const known = counted.get(id)
    if (known) known.articles++
    else counted.set(id, { id, name, articles: 1 })
  }
  return [...counted.values()].sort((a, b) => b.articles - a.articles || (a.id < b.id ? -1 : 1))
}
