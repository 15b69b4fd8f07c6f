import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Express } from 'express'
import request from 'supertest'
import { Archive } from '../../engine/archive/archive.ts'
import { acquireLease } from '../../engine/archive/lease.ts'
import type { Entry } from '../../engine/archive/write.ts'
import type { Article, Cleaning, FacetName, FacetValue } from '../../engine/article.ts'
import { openEngine } from '../../engine/open-engine.ts'
import { EngineUnavailable, type SearchEngine } from '../../engine/search-engine.ts'
import { createApp } from '../../server/app.ts'
import { Correcting } from '../../server/corrections/correcting.ts'
import { perFacet } from '../../server/facets.ts'
import { Store } from '../../server/store/store.ts'
import { makeSignature } from '../../indexer/families/make-signature.ts'
import { inFamily } from '../in-family.ts'
import { withoutDates } from '../without-dates.ts'
import { toAnswer, tokenIn, type Answer } from './answer.ts'
import { addTestAccount, logIn, type Visitor } from './visitor.ts'

/**
 * An article as a test writes it. Facets are names, whose ids are their lower-case words joined by hyphens; `Moscow < Russia` stands
 * below Russia, `Kyiv (Kiev)` is Kyiv written as Kiev.
 */
export interface Draft extends Partial<Record<Exclude<FacetName, 'outlet'>, readonly string[]>> {
  readonly title: string
  readonly text?: string
  readonly outlet?: string
  readonly published?: string
  readonly url?: string
  readonly sample?: boolean
  /** Articles that name the same one are near-duplicates. */
  readonly family?: string
  readonly language?: string
  /** Its text is compared with others as an indexer does it. */
  readonly isCompared?: boolean
  /** What else the article says of itself and its cleaning. */
  readonly more?: Partial<Pick<Article, 'authors' | 'dating' | 'datesMentioned' | 'dateline'>>
  readonly cleaning?: Cleaning
}

/** A whole site over an archive and an embedded engine of its own, in a folder that goes with it. */
export interface TestSite {
  readonly app: Express
  readonly archive: Archive
  readonly engine: SearchEngine
  readonly store: Store
  readonly correcting: Correcting
  readonly dataDir: string
  /** Indexes articles; returns their ids. */
  add(...drafts: readonly Draft[]): Promise<string[]>
  /** Stores articles that the index has yet to follow. */
  addUnindexed(...drafts: readonly Draft[]): void
  get(path: string): Promise<Answer>
  /** Sends a form as a browser does that got it from the site. */
  post(path: string, fields: Readonly<Record<string, string>>): Promise<Answer>
  /** A browser in which somebody of the site's accounts has logged in. */
  logIn(name: string): Promise<Visitor>
  close(): Promise<void>
}

/** A site with accounts, by name; the first one is an admin whatever it says, as on any site. */
export interface WithAccounts {
  readonly accounts: Readonly<Record<string, 'admin' | 'reader'>>
}

/** A `broken` engine answers as one does that cannot be reached. */
export async function openTestSite(
  kind: 'embedded' | 'broken' | WithAccounts = 'embedded',
): Promise<TestSite> {
  const dataDir = mkdtempSync(join(tmpdir(), 'dateline-site-'))
  const archive = new Archive(dataDir)
  const store = new Store(dataDir)
  if (typeof kind === 'object') {
    for (const [name, role] of Object.entries(kind.accounts))
      await addTestAccount(store, name, role)
  }
  const engine = kind === 'broken' ? brokenEngine : await openEngine({ kind: 'embedded' }, archive)
  const correcting = new Correcting(archive, engine)
  const app = createApp({ engine, archive, store, correcting, allowedHosts: [] })
  const get = async (path: string) => toAnswer(await request(app).get(path))
  return {
    app,
    archive,
    engine,
    store,
    correcting,
    dataDir,
    get,
    logIn: (name) => logIn(app, name),
    add: (...drafts) => addArticles(archive, engine, drafts),
    addUnindexed: (...drafts) => {
      const lease = acquireLease(dataDir, 'a test')
      archive.commit(lease, drafts.map(toEntry))
      lease.release()
    },
    post: async (path, fields) => {
      // Either page has a form with the token; only the list of saved queries needs no engine.
      const page = await get(store.savedQueries.list(0).length > 0 ? '/saved' : '/search?q=any')
      const sent = request(app)
        .post(path)
        .set('Cookie', page.cookies)
        .type('form')
        .send({ _csrf: tokenIn(page.text), ...fields })
      return toAnswer(await sent)
    },
    close: async () => {
      correcting.stop()
      await correcting.ended()
      await engine.close()
      store.close()
      archive.close()
      rmSync(dataDir, { recursive: true })
    },
  }
}

async function addArticles(
  archive: Archive,
  engine: SearchEngine,
  drafts: readonly Draft[],
): Promise<string[]> {
  const lease = acquireLease(archive.dataDir, 'a test')
  try {
    const outcomes = archive.commit(lease, drafts.map(toEntry))
    await engine.sync(lease)
    return outcomes.map(({ id }) => id)
  } finally {
    lease.release()
  }
}

const unsaid = {
  text: '',
  outlet: '',
  published: '',
  url: '',
  sample: false,
  family: '',
  language: '',
  isCompared: false,
}

function toEntry(draft: Draft): Entry {
  const { title, text, outlet, published, url, sample, family, language, isCompared } = {
    ...unsaid,
    ...draft,
  }
  const bytes = Buffer.from(JSON.stringify(draft))
  const names = { ...draft, outlet: outlet === '' ? [] : [outlet] }
  const facets = perFacet(({ name }) =>
    (names[name] ?? []).map((value) => facetValue(name, value, title, text)),
  )
  return {
    article: {
      title,
      text,
      outlet,
      published,
      url,
      authors: [],
      language,
      ...withoutDates,
      ...draft.more,
      facets,
    },
    ...(draft.cleaning ? { cleaning: draft.cleaning } : {}),
    identity: { url: '', given: { source: 'test', id: title }, path: '' },
    origin: 'test.jsonl#1',
    original: {
      bytes,
      mediaType: 'application/json',
      hash: createHash('sha256').update(bytes).digest('hex'),
    },
    sample,
    ...(isCompared ? { signature: makeSignature({ text, dateline: '' }) } : inFamily(family)),
    processing: 'test',
  }
}

function facetValue(facet: FacetName, written: string, title: string, text: string): FacetValue {
  const [own = '', ...above] = written.split(' < ')
  const [, name = own, surface = own] = /^(.*) \((.*)\)$/.exec(own) ?? []
  const fields =
    facet === 'outlet'
      ? []
      : ([
          ['title', title],
          ['text', text],
        ] as const)
  const evidence = fields.flatMap(([field, content]) => {
    const start = content.indexOf(surface)
    return start < 0 ? [] : [{ field, start, end: start + surface.length }]
  })
  const broader = above.map((each) => ({ id: idOf(each), name: each }))
  return { id: idOf(name), name, evidence, rule: 'test list', broader }
}

const idOf = (name: string) => name.toLowerCase().replace(/[^a-z0-9]+/g, '-')

const unavailable = () =>
  Promise.reject(new EngineUnavailable('The test engine is switched off. Switch it on.'))

const brokenEngine: SearchEngine = {
  search: unavailable,
  facetValues: unavailable,
  suggest: unavailable,
  plan: unavailable,
  matching: unavailable,
  stats: unavailable,
  rebuild: unavailable,
  async *scan() {
    await unavailable()
  },
  sync: async () => undefined,
  capabilities: () => ({ bound: 'exact' }),
  close: async () => undefined,
}

/** The articles of the page, by title, in order. */
export function titlesIn(html: string): string[] {
  return [...html.matchAll(/<h2><a [^>]*href="\/article[^>]*>(.*?)<\/a><\/h2>/g)].map(
    ([, title = '']) => title.replace(/<\/?mark>/g, ''),
  )
}
