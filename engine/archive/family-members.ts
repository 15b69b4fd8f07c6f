import type { DatabaseSync } from 'node:sqlite'
import { displayName, findEntities } from './entities.ts'
import { foldName } from './names.ts'
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
  /** The medium that the dateline names in brackets, by which the text came: `MOSCOW (Reuters)`; undefined where there is none. */
  readonly credited: CitedMedium | undefined
  /** Equal for members with the same text. */
  readonly textHash: string
  readonly cites: readonly CitedMedium[]
}

/** A medium that an article cites or is by. */
export interface CitedMedium {
  /** '' for one in a dateline that the archive does not know. */
  readonly id: string
  readonly name: string
}

/** How many members of a family cite a medium. */
export interface MediumCount extends CitedMedium {
  readonly articles: number
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
    .map((row) => readMember(db, row))
}

function readMember(db: DatabaseSync, row: ArticleRow): FamilyMember {
  const { outlet, cites } = readFacets(inflate(row['facets']).toString())
  return {
    id: String(row['id']),
    sequence: Number(row['sequence']),
    title: String(row['title']),
    outlet: String(row['outlet']),
    outletId: outlet[0]?.id ?? '',
    published: String(row['published']),
    credited: creditedIn(db, String(row['dateline'])),
    textHash: String(row['text_hash']),
    cites: cites.map(({ id, name }) => ({ id, name })),
  }
}

function creditedIn(db: DatabaseSync, dateline: string): CitedMedium | undefined {
  const [, bracketed, slashed] = inBrackets.exec(dateline) ?? []
  const written = (bracketed ?? slashed ?? '').trim()
  if (written === '') return undefined
  return (
    mediumCalled(db, 'cites', written) ??
    mediumCalled(db, 'outlet', written) ?? { id: '', name: written }
  )
}

function mediumCalled(
  db: DatabaseSync,
  facet: 'cites' | 'outlet',
  written: string,
): CitedMedium | undefined {
  const [known] = findEntities(db, facet, written, 1)
  // Names that only contain what is written are others.
  if (!known || foldName(known.name) !== foldName(written)) return undefined
  return { id: known.id, name: displayName(db, facet, known.id) ?? known.name }
}

/** `MOSCOW (Reuters)`, and `MOSCOW, April 11. /TASS/`. */
const inBrackets = /\(([^()]+)\)|\s\/([^/]+)\//

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
export function citedBy(members: readonly Pick<FamilyMember, 'cites'>[]): MediumCount[] {
  const counted = new Map<string, MediumCount>()
  for (const { id, name } of members.flatMap(({ cites }) => cites)) {
    const key = id === '' ? name : id
    counted.set(key, { id, name, articles: (counted.get(key)?.articles ?? 0) + 1 })
  }
  return [...counted.values()].sort((a, b) => b.articles - a.articles || (a.id < b.id ? -1 : 1))
}
