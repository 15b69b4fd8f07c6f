import type { FacetName } from '../../engine/article.ts'
import type { Site } from '../site.ts'
import { findAppearances, type Appearances } from './appearances.ts'
import { companyOf, mostFrequent, type Company, type MostFrequent } from './company.ts'
import { readEntity, type Entity } from './entity.ts'
import { latestArticles, type LatestArticle } from './latest.ts'

/** In which way articles have an entity: they name it, it published them, or they cite it. */
export type Role = 'named' | 'published' | 'cited'

/** What is asked of the articles that have an entity in one way. */
interface Question {
  readonly role: Role
  readonly facet: FacetName
  /** Facets of which is told what stands beside it more often than by chance, and of which what stands beside it most often. */
  readonly company: readonly FacetName[]
  readonly frequent: readonly FacetName[]
}

const beside = { company: ['people', 'places', 'weapons'], frequent: ['outlet', 'cites'] } as const

const medium: readonly Question[] = [
  {
    role: 'published',
    facet: 'outlet',
    company: [],
    frequent: ['people', 'weapons', 'places', 'cites'],
  },
  { role: 'cited', facet: 'cites', company: [], frequent: ['outlet'] },
]

const questions: Readonly<Record<FacetName, readonly Question[]>> = {
  people: [{ role: 'named', facet: 'people', ...beside }],
  places: [{ role: 'named', facet: 'places', ...beside }],
  weapons: [{ role: 'named', facet: 'weapons', ...beside }],
  outlet: medium,
  cites: medium,
}

/** The articles that have an entity in one way, and what they tell of it. */
export interface Part extends Appearances {
  readonly role: Role
  readonly company: readonly Company[]
  readonly frequent: readonly MostFrequent[]
  readonly latest: readonly LatestArticle[]
}

/** All that the archive tells of an entity. */
export interface Dossier {
  readonly entity: Entity
  /** Ways in which no article has it are left out; empty where the index has yet to follow. */
  readonly parts: readonly Part[]
}

/** Gathers all that the archive tells of an entity: two searches, four for a medium. Undefined for an id that no article has. */
export async function readDossier(
  site: Pick<Site, 'archive' | 'engine'>,
  facet: FacetName,
  id: string,
  signal: AbortSignal,
): Promise<Dossier | undefined> {
  const entity = readEntity(site.archive, facet, id)
  if (!entity) return undefined
  const parts = await Promise.all(
    questions[facet].map((question) => answer(site, entity, question, signal)),
  )
  return { entity, parts: parts.filter((part) => part.answer.total > 0) }
}

async function answer(
  site: Pick<Site, 'archive' | 'engine'>,
  entity: Entity,
  { role, facet, company, frequent }: Question,
  signal: AbortSignal,
): Promise<Part> {
  const { archive } = site
  const found = await findAppearances(site, facet, entity.id, signal)
  return {
    ...{ ...found, role },
    company: company.map((other) => companyOf(archive, entity, found, other)),
    frequent: frequent.map((other) => mostFrequent(archive, entity, found, other)),
    latest: latestArticles(archive, found.answer.hits, facet, entity.id),
  }
}
