import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from '@jest/globals'
import { Archive } from '../../engine/archive/archive.ts'
import { acquireLease, type Lease } from '../../engine/archive/lease.ts'
import type { Entry } from '../../engine/archive/write.ts'
import type { FacetName } from '../../engine/article.ts'
import { byFacet } from '../../engine/by-facet.ts'
import { parse } from '../../engine/query/parse.ts'
import {
  everything,
  type FacetCount,
  type FacetFilter,
  type SearchAnswer,
  type SearchEngine,
  type SearchRequest,
} from '../../engine/search-engine.ts'
import { inFamily } from '../in-family.ts'
import type { MadeUpArticle } from './contract-archive.ts'

/** How the contract tests get at an engine. */
export interface EngineUnderTest {
  readonly open: (archive: Archive) => Promise<SearchEngine>
  /** Removes what an engine keeps outside the archive's folder. */
  readonly discard: () => Promise<void>
}

/** The parts of a request that a test names; the others ask for everything, newest first. */
export interface Options extends Partial<Omit<SearchRequest, 'query' | 'filters'>> {
  readonly filters?: Partial<Readonly<Record<FacetName, Partial<FacetFilter>>>>
}

/** An engine over an archive in a folder of its own. Articles are called by their keys. */
export interface Desk {
  readonly archive: Archive
  readonly lease: Lease
  readonly engine: () => SearchEngine
  /** Commits articles and indexes them. */
  readonly add: (articles: readonly MadeUpArticle[]) => Promise<void>
  /** Commits articles and leaves the index behind, as a crash would. */
  readonly commit: (articles: readonly MadeUpArticle[]) => void
  readonly remove: (keys: readonly string[]) => Promise<void>
  /** Closes the engine and opens it again over the same archive, as a restart would. */
  readonly reopen: () => Promise<void>
  readonly ask: (text: string, options?: Options) => Promise<SearchAnswer>
  /** The keys of an answer's hits, in their order. */
  readonly keys: (answer: SearchAnswer) => string[]
  readonly id: (key: string) => string
  readonly close: () => Promise<void>
}

export async function openDesk(
  underTest: EngineUnderTest,
  articles: readonly MadeUpArticle[],
): Promise<Desk> {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-contract-'))
  const archive = new Archive(folder)
  const lease = acquireLease(folder, 'the contract tests')
  const ids = new Map<string, string>()
  let engine = await underTest.open(archive)
  const commit = (added: readonly MadeUpArticle[]) => {
    const outcomes = archive.commit(lease, added.map(entryOf))
    for (const [i, { id }] of outcomes.entries()) ids.set(added[i]?.key ?? '', id)
  }
  const id = (key: string) => ids.get(key) ?? `no article ${key}`
  const desk: Desk = {
    archive,
    lease,
    engine: () => engine,
    commit,
    id,
    add: (added) => {
      commit(added)
      return engine.sync(lease)
    },
    remove: (keys) => {
      archive.remove(lease, keys.map(id))
      return engine.sync(lease)
    },
    reopen: async () => {
      await engine.close()
      engine = await underTest.open(archive)
    },
    ask: (text, options = {}) => search(engine, text, options),
    keys: ({ hits }) =>
      hits.map((hit) => [...ids].find(([, known]) => known === hit.id)?.[0] ?? hit.id),
    close: async () => {
      await engine.close()
      lease.release()
      archive.close()
      await underTest.discard()
      rmSync(folder, { recursive: true, force: true })
    },
  }
  await desk.add(articles)
  return desk
}

/** What the indexer would commit for an article. */
export function entryOf({ key, article, family }: MadeUpArticle): Entry {
  const bytes = Buffer.from(JSON.stringify(article))
  const hash = createHash('sha256').update(bytes).digest('hex')
  return {
    article,
    identity: { url: '', given: { source: 'contract', id: key }, path: '' },
    origin: `contract.jsonl#${key}`,
    original: { bytes, mediaType: 'application/json', hash },
    sample: false,
    processing: '1',
    ...inFamily(family),
  }
}

export function requestFor(text: string, { filters = {}, ...options }: Options): SearchRequest {
  const filter = (facet: FacetName): FacetFilter => ({
    include: [],
    match: 'any',
    exclude: [],
    ...filters[facet],
  })
  return {
    ...everything,
    query: parse(text).query,
    filters: byFacet(filter),
    pageSize: 100,
    facetSize: 100,
    ...options,
  }
}

/** A facet's values as `id count`, selected ones with a plus, excluded ones with a minus. */
export function valuesOf({ facets }: Pick<SearchAnswer, 'facets'>, facet: FacetName): string[] {
  return facets[facet].map(showCount)
}

/** A value as `valuesOf` shows it. */
export function showCount({ id, count, selected, excluded }: FacetCount): string {
  return `${selected ? '+' : ''}${excluded ? '-' : ''}${id} ${count}`
}

/** The periods of a timeline as `period count`. */
export const periodsOf = ({ timeline }: SearchAnswer) =>
  timeline.counts.map(({ period, count }) => `${period} ${count}`)

/** Every search of these tests goes through here: a promise of exactness, once given, is kept. */
async function search(engine: SearchEngine, text: string, options: Options): Promise<SearchAnswer> {
  const request = requestFor(text, options)
  const promised = engine.capabilities(request.query, request.spelling)
  const answer = await engine.search(request)
  if (promised.bound === 'exact') expect(answer.capability).toEqual({ bound: 'exact' })
  return answer
}

/** Checks what was found: the very articles where the engine says exact, and otherwise a bound on the side that it says. */
export function expectFound(desk: Desk, answer: SearchAnswer, expected: readonly string[]): void {
  const found = desk.keys(answer).sort()
  const truth = [...expected].sort()
  switch (answer.capability.bound) {
    case 'exact':
      expect({ total: answer.total, found }).toEqual({ total: truth.length, found: truth })
      break
    case 'at least':
      expect(truth).toEqual(expect.arrayContaining(found))
      expect(answer.total).toBeLessThanOrEqual(truth.length)
      expect(answer.capability.reasons.join('')).not.toBe('')
      break
    case 'at most':
      expect(found).toEqual(expect.arrayContaining(truth))
      expect(answer.total).toBeGreaterThanOrEqual(truth.length)
      expect(answer.capability.reasons.join('')).not.toBe('')
      break
  }
}
