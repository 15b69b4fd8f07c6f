import { deflateRawSync, inflateRawSync } from 'node:zlib'
import {
  facetNames,
  type FacetName,
  type FacetValue,
  type Facets,
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
    datesMentioned: readStrings(row['dates_mentioned']),
    text: inflate(row['body']).toString(),
    facets: readFacets(inflate(row['facets']).toString()),
  }
}

function readStrings(json: unknown): readonly string[] {
  const list: unknown = JSON.parse(String(json))
  return Array.isArray(list) ? list.map(String) : []
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
