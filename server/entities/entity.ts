import type { EntitySpelling } from '../../engine/archive/entity-record.ts'
import type { Archive } from '../../engine/archive/archive.ts'
import type { FacetName } from '../../engine/article.ts'
import { listedEntry, type ListedEntry } from '../../engine/gazetteers/listed-entry.ts'

/** What stands above or below an entity, with the articles of the archive that have it. */
export interface Relative {
  /** In which it is counted. */
  readonly facet: FacetName
  readonly id: string
  readonly name: string
  readonly articles: number
}

/** Who or what an entity is, as the archive and the lists know it. */
export interface Entity {
  /** `outlet` for a medium that is cited, too. */
  readonly facet: FacetName
  readonly id: string
  readonly name: string
  /** Undefined for one that only the articles know. */
  readonly listed: ListedEntry | undefined
  /** How texts write it, most frequent first; not what stands below it. */
  readonly spellings: readonly EntitySpelling[]
  /** Ids that were joined with it. */
  readonly formerIds: readonly string[]
  /** Nearest first. */
  readonly above: readonly Relative[]
  /** Most frequent first. */
  readonly below: readonly Relative[]
}

/** An outlet is one entity, whether articles are published by it or cite it. */
const facetsOf: Readonly<Record<FacetName, readonly FacetName[]>> = {
  people: ['people'],
  places: ['places'],
  weapons: ['weapons'],
  outlet: ['outlet', 'cites'],
  cites: ['outlet', 'cites'],
}

/** The facet in whose name the page of an entity goes. */
export function facetOfPage(facet: FacetName): FacetName {
  return facet === 'cites' ? 'outlet' : facet
}

/** The id that stands for a former one; undefined for an id that is no former one, or is in use. */
export function successorOf(archive: Archive, facet: FacetName, id: string): string | undefined {
  if (nameOf(archive, facet, id) !== undefined) return undefined
  return firstKnown(facet, (each) => archive.redirect(each, id))
}

/** Reads who or what an entity is; undefined for an id that no article has. */
export function readEntity(archive: Archive, of: FacetName, id: string): Entity | undefined {
  const facet = facetOfPage(of)
  const name = nameOf(archive, facet, id)
  if (name === undefined) return undefined
  const above: Relation = (each, own) => archive.broader(each, own).map((broader) => broader.id)
  const below: Relation = (each, own) => archive.narrower(each, own)
  return {
    ...{ facet, id, name },
    above: relatives(archive, facet, id, above),
    below: relatives(archive, facet, id, below).sort(byArticles),
    listed: listedEntry(facet, id),
    spellings: facetsOf[facet].flatMap((each) => archive.spellings(each, id)),
    formerIds: [...new Set(facetsOf[facet].flatMap((each) => archive.formerIds(each, id)))],
  }
}

function nameOf(archive: Archive, facet: FacetName, id: string): string | undefined {
  return firstKnown(facet, (each) => archive.displayName(each, id))
}

function firstKnown(
  facet: FacetName,
  find: (facet: FacetName) => string | undefined,
): string | undefined {
  return facetsOf[facet].map(find).find((found) => found !== undefined)
}

const byArticles = (a: Relative, b: Relative) => b.articles - a.articles || (a.id < b.id ? -1 : 1)

type Relation = (facet: FacetName, id: string) => readonly string[]

/** Of a medium that stands above or below both as one that publishes and as one that is cited, what it publishes counts. */
function relatives(archive: Archive, facet: FacetName, id: string, relation: Relation): Relative[] {
  const found = new Map<string, Relative>()
  for (const each of facetsOf[facet]) {
    const ids = relation(each, id).filter((other) => !found.has(other))
    const counts = archive.articlesWith(each, ids)
    const names = archive.displayNames(each, ids)
    for (const other of ids)
      found.set(other, {
        facet: each,
        id: other,
        name: names.get(other) ?? other,
        articles: counts.get(other) ?? 0,
      })
  }
  return [...found.values()]
}
