import { deflateRawSync, inflateRawSync } from 'node:zlib'
import {
  dateSources,
  facetNames,
  type Article,
  type Cleaning,
  type Dating,
  type FacetName,
  type FacetValue,
  type Facets,
  type MentionedDate,
  type Removal,
  type StoredArticle,
} from '../article.ts'

/** A row of the table `article`, as node:sqlite returns it. */
export type ArticleRow = Readonly<Record<string, unknown>>

/** Level 1: a third of the time of the default, a tenth larger. */
export const deflate = (text: string | Uint8Array) => deflateRawSync(text, { level: 1 })

/** The opposite of `deflate`, for a column of a row. */
export function inflate(bytes: unknown): Buffer {
  if (!(bytes instanceof Uint8Array)) throw new Error('The archive holds text where bytes belong.')
  return inflateRawSync(bytes)
}

/** Reads an article back. The archive wrote these columns itself, so their shapes are trusted. */
export function readArticleRow(row: ArticleRow): StoredArticle {
  return {
    id: String(row['id']),
    sequence: Number(row['sequence']),
    firstIndexed: String(row['first_indexed']),
    title: String(row['title']),
    outlet: String(row['outlet']),
    published: String(row['published']),
    url: String(row['url']),
    authors: readStrings(row['authors']),
    language: String(row['language']),
    origin: String(row['origin']),
    originalHash: String(row['original_hash']),
    sample: row['sample'] === 1,
    family: String(row['family']),
    dateline: String(row['dateline']),
    dating: readDating(row['dating']),
    datesMentioned: readMentionedDates(row['dates_mentioned']),
    text: inflate(row['body']).toString(),
    facets: readFacets(inflate(row['facets']).toString()),
  }
}

function readStrings(json: unknown): readonly string[] {
  const list: unknown = JSON.parse(String(json))
  return Array.isArray(list) ? list.map(String) : []
}

const sureness = ['sure', 'likely', 'guessed'] as const

function readDating(stored: unknown): Dating {
  const [from, how] = String(stored).split(' ')
  return {
    from: dateSources.find((source) => source === from) ?? 'unknown',
    sureness: sureness.find((grade) => grade === how) ?? 'guessed',
  }
}

/** Dates as the archive stores them: date, start and end in a row. */
function readMentionedDates(json: unknown): readonly MentionedDate[] {
  const list: unknown = JSON.parse(String(json))
  if (!Array.isArray(list)) return []
  const dates: MentionedDate[] = []
  for (let at = 0; at + 2 < list.length; at += 3) {
    dates.push({ date: String(list[at]), start: Number(list[at + 1]), end: Number(list[at + 2]) })
  }
  return dates
}

/** The opposite of reading them back. */
export function dateColumns({
  dating,
  datesMentioned,
}: Pick<Article, 'dating' | 'datesMentioned'>) {
  return {
    dating: `${dating.from} ${dating.sureness}`,
    dates_mentioned: JSON.stringify(
      datesMentioned.flatMap(({ date, start, end }) => [date, start, end]),
    ),
  }
}

const titleSources = ['source', 'first line', 'first sentence'] as const

/** What cleaning did, as stored in a row. */
export function readCleaning(row: ArticleRow): Cleaning {
  const titleFrom = titleSources.find((source) => source === row['title_from']) ?? 'source'
  const removed = row['removed']
  if (removed === null) return { titleFrom, removed: [] }
  const list: unknown = JSON.parse(inflate(removed).toString())
  if (!isRemovals(list)) throw new Error('The archive holds removals that cannot be read.')
  return { titleFrom, removed: list }
}

/** The opposite of `readCleaning`. */
export function cleaningColumns({ titleFrom, removed }: Cleaning) {
  return {
    title_from: titleFrom,
    removed: removed.length === 0 ? null : deflate(JSON.stringify(removed)),
  }
}

function isRemovals(value: unknown): value is Removal[] {
  return Array.isArray(value)
}

/** Reads facets as the archive stores them. */
export function readFacets(json: string): Facets {
  const facets: unknown = JSON.parse(json)
  if (!isFacets(facets))
    throw new Error('The archive holds an article whose facets cannot be read.')
  return {
    people: facets.people.map(readValue),
    places: facets.places.map(readValue),
    weapons: facets.weapons.map(readValue),
    outlet: facets.outlet.map(readValue),
    cites: facets.cites.map(readValue),
  }
}

/** A value as stored; archives of version 1 say nothing of what is above it. */
type StoredValue = Omit<FacetValue, 'broader'> & Partial<Pick<FacetValue, 'broader'>>

function readValue(value: StoredValue): FacetValue {
  return { ...value, broader: value.broader ?? [] }
}

/** What the archive wrote itself is not checked value by value at every reading. */
function isFacets(value: unknown): value is Readonly<Record<FacetName, readonly StoredValue[]>> {
  return typeof value === 'object' && value !== null && facetNames.every((name) => name in value)
}
