import { readFileSync } from 'node:fs'
import type { ExtractionInput } from '../../indexer/extract/extract.ts'
import type { Named } from './compared-name.ts'

/** The facets that are labelled. */
export const labelledFacets = ['people', 'places', 'weapons', 'cites'] as const
export type LabelledFacet = (typeof labelledFacets)[number]

/** What an article should be filed under in one facet. */
export interface Labels {
  readonly wanted: readonly Named[]
  /** Borderline: neither rewarded nor punished. */
  readonly optional: readonly Named[]
}

/** An article and its labels. */
export interface GoldArticle {
  readonly id: string
  readonly article: ExtractionInput
  readonly labels: Readonly<Record<LabelledFacet, Labels>>
}

/** A gold file cannot be used; the message says which, why and what to do. */
export class GoldUnusable extends Error {
  override readonly name = 'GoldUnusable'
}

/** Reads labels and their articles, both JSON lines, in the order of the labels. Throws GoldUnusable. */
export function readGold(labelFile: string, articleFile: string): GoldArticle[] {
  const articles = new Map(
    readRecords(articleFile).map((record) => [text(record, 'id'), articleOf(record)]),
  )
  return readRecords(labelFile).map((record) => {
    const id = text(record, 'id')
    const article = articles.get(id)
    if (!article) throw new GoldUnusable(`${articleFile} has no article ${id} of ${labelFile}.`)
    return { id, article, labels: labelsOf(record) }
  })
}

type Fields = ReadonlyMap<string, unknown>

function readRecords(file: string): Fields[] {
  const lines = readFileSync(file, 'utf8').split('\n')
  return lines.flatMap((line, index) => {
    if (line.trim() === '') return []
    try {
      return [fieldsOf(JSON.parse(line))]
    } catch (cause) {
      throw new GoldUnusable(`${file}, line ${index + 1} is not a JSON object.`, { cause })
    }
  })
}

function fieldsOf(value: unknown): Fields {
  if (typeof value !== 'object' || value === null) throw new TypeError('not an object')
  return new Map(Object.entries(value))
}

function text(fields: Fields, name: string): string {
  const value = fields.get(name)
  return typeof value === 'string' ? value : ''
}

function articleOf(fields: Fields): ExtractionInput {
  return {
    title: text(fields, 'title'),
    text: text(fields, 'text'),
    outlet: text(fields, 'outlet'),
    url: text(fields, 'url'),
  }
}

function labelsOf(record: Fields): GoldArticle['labels'] {
  const optional = fieldsOf(record.get('optional') ?? {})
  const plain = (facet: string): Labels => ({
    wanted: listOf(record, facet).map(namedOf),
    optional: listOf(optional, facet).map(namedOf),
  })
  // A medium that is merely mentioned, or credited, is no source.
  const media = listOf(record, 'outlets')
  const isCited = (medium: Fields) => (medium.get('role') ?? 'cited') === 'cited'
  const cites = {
    wanted: media.filter(isCited).map(namedOf),
    optional: [...listOf(optional, 'outlets'), ...media.filter((medium) => !isCited(medium))].map(
      namedOf,
    ),
  }
  return { people: plain('people'), places: plain('places'), weapons: plain('weapons'), cites }
}

function listOf(fields: Fields, name: string): Fields[] {
  const list: unknown = fields.get(name) ?? []
  return Array.isArray(list) ? list.map(fieldsOf) : []
}

function namedOf(fields: Fields): Named {
  const forms: unknown = fields.get('surface') ?? fields.get('surfaces') ?? []
  const surfaces = Array.isArray(forms) ? forms.map(String) : []
  return { name: text(fields, 'name'), surfaces }
}
