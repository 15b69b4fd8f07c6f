import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { Archive } from '../../../engine/archive/archive.ts'
import type { StoredArticle } from '../../../engine/article.ts'
import { acquireLease, type Lease } from '../../../engine/archive/lease.ts'
import { openMeilisearchEngine } from '../../../engine/meilisearch/meilisearch-engine.ts'
import { openServer, searchAll } from '../../../engine/meilisearch/server.ts'
import { WordFile } from '../../../engine/vocabulary/word-file.ts'
import { EngineUnavailable, type FacetValuesRequest } from '../../../engine/search-engine.ts'
import { contractArchive } from '../contract-archive.ts'
import { entryOf, requestFor } from '../contract-desk.ts'
import { listen, type HttpDouble } from './http-double.ts'

interface Answer {
  readonly status: number
  readonly body: string
}

const meilisearchError = (status: number, code: string, message: string): Answer => ({
  status,
  body: JSON.stringify({ message, code, type: 'auth', link: '' }),
})

const answers: readonly (readonly [what: string, answer: Answer, said: readonly string[]])[] = [
  [
    'no key',
    meilisearchError(401, 'missing_authorization_header', 'The Authorization header is missing.'),
    ['asks for a key', 'MEILI_KEY'],
  ],
  [
    'a wrong key',
    meilisearchError(403, 'invalid_api_key', 'Wrong.'),
    ['refuses the key', 'MEILI_KEY'],
  ],
  [
    'an unknown path',
    { status: 404, body: '{"error":"not found"}' },
    ['not Meilisearch', 'MEILI_URL'],
  ],
  [
    'a web page',
    { status: 200, body: '<!doctype html><p>Welcome' },
    ['not Meilisearch', 'MEILI_URL'],
  ],
  [
    'a refusal of another server',
    { status: 403, body: '{"message":"Forbidden"}' },
    ['not Meilisearch', 'MEILI_URL'],
  ],
  [
    'the error page of a proxy',
    { status: 502, body: '<h1>Bad gateway</h1>' },
    ['not Meilisearch', 'MEILI_URL'],
  ],
  [
    'JSON of another server',
    { status: 200, body: '{"hello":"world"}' },
    ['not Meilisearch', 'MEILI_URL'],
  ],
  ['nothing', { status: 200, body: '' }, ['not Meilisearch', 'MEILI_URL']],
  [
    'an error of its own',
    meilisearchError(500, 'internal', 'The database is broken.'),
    ['could not answer', 'The database is broken.'],
  ],
]

const facetRequest: FacetValuesRequest = {
  search: requestFor('S-300', {}),
  facet: 'people',
  text: '',
  below: '',
  order: 'count',
  offset: 0,
  limit: 10,
}

async function readFirst(articles: AsyncIterable<StoredArticle>): Promise<void> {
  for await (const { id } of articles) if (id) return
}

describe('a Meilisearch server that cannot be searched', () => {
  let folder: string
  let archive: Archive
  let lease: Lease
  let server: HttpDouble | undefined
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'dateline-unreachable-'))
    archive = new Archive(folder)
    lease = acquireLease(folder, 'a test')
    // As after a first sync; before one, there is nothing to ask the server for.
    archive.setSetting(lease, 'meilisearch-index', '0badcafe')
  })
  afterEach(async () => {
    await server?.close()
    server = undefined
    lease.release()
    archive.close()
    rmSync(folder, { recursive: true, force: true })
  })

  const failure = async (url: string, key = 'secret-key') => {
    archive.commit(lease, contractArchive.map(entryOf))
    const words = new WordFile(folder)
    await words.follow(archive)
    words.close()
    const engine = await openMeilisearchEngine(url, key, archive)
    const failures: unknown[] = []
    for (const attempt of [
      () => engine.search(requestFor('S-300', {})),
      () => engine.search(requestFor('"air defence missile"', { groupBy: 'family' })),
      () => engine.facetValues(facetRequest),
      () => readFirst(engine.scan(requestFor('S-300', {}))),
      () => engine.suggest('launcers', 3),
      () => engine.stats(),
      () => engine.sync(lease),
      () => engine.rebuild(lease),
    ]) {
      failures.push(
        await attempt().then(
          () => 'no error',
          (error: unknown) => error,
        ),
      )
    }
    return failures
  }

  it.each(answers)('says what to look at when it answers with %s', async (_, answer, said) => {
    server = await listen((_request, response) => {
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body)
    })
    for (const error of await failure(server.url)) {
      expect(error).toBeInstanceOf(EngineUnavailable)
      expect(String(error)).toContain(server.url)
      for (const words of said) expect(String(error)).toContain(words)
      expect(String(error)).not.toContain('secret-key')
    }
  })

  it('says what to look at when nothing listens', async () => {
    const gone = await listen(() => undefined)
    await gone.close()
    for (const error of await failure(gone.url)) {
      expect(error).toBeInstanceOf(EngineUnavailable)
      expect(String(error)).toMatch(/does not answer at .*MEILI_URL.*ECONNREFUSED/)
    }
  })

  it('says what to look at when the connection breaks off', async () => {
    server = await listen((request) => request.socket.destroy())
    for (const error of await failure(server.url)) {
      expect(error).toBeInstanceOf(EngineUnavailable)
      expect(String(error)).toContain('MEILI_URL')
    }
  })

  it('gives up on a server that never answers', async () => {
    server = await listen(() => undefined)
    const search = searchAll(openServer(server.url, 'secret-key', 50), 'any', [{}])
    await expect(search).rejects.toThrow(/did not answer in time.*MEILI_URL/)
  })

  it('refuses an address that is none', async () => {
    await expect(openMeilisearchEngine('http://', '', archive)).rejects.toThrow(
      /MEILI_URL is not an address/,
    )
  })

  it('refuses an address with a password, and a key that no header can hold, without repeating them', async () => {
    for (const [url, key] of [
      ['http://reader:secret-key@127.0.0.1:7700', ''],
      ['reader:secret-key@127.0.0.1:7700', ''],
      ['http://127.0.0.1:7700', 'secret-key\nsecret-key'],
      ['http://127.0.0.1:7700', 'ключ-secret-key'],
    ] as const) {
      const opening = openMeilisearchEngine(url, key, archive)
      await expect(opening).rejects.toBeInstanceOf(EngineUnavailable)
      await expect(opening).rejects.toThrow(/^MEILI_(URL|KEY) (?!.*secret)/s)
    }
  })

  it('says when http and https were mixed up', async () => {
    server = await listen(() => undefined)
    for (const error of await failure(server.url.replace('http:', 'https:')))
      expect(String(error)).toMatch(/does not speak https.*MEILI_URL/)
    await server.close()
    // The alert by which a server of https answers http.
    server = await listen((request) => request.socket.end(Buffer.from([21, 3, 3, 0, 2, 2, 50])))
    for (const error of await failure(server.url))
      expect(String(error)).toMatch(/does not speak http\. .*MEILI_URL.*https:/)
  })

  it('takes a missing index for nothing indexed, and says what to run', async () => {
    server = await listen((_request, response) => {
      const { status, body } = meilisearchError(404, 'index_not_found', 'Index not found.')
      response.writeHead(status, { 'content-type': 'application/json' }).end(body)
    })
    const engine = await openMeilisearchEngine(server.url, 'secret-key', archive)
    expect(await engine.search(requestFor('S-300', {}))).toMatchObject({
      total: 0,
      hits: [],
      warnings: [],
    })
    archive.commit(lease, contractArchive.slice(0, 2).map(entryOf))
    const [warning] = (await engine.search(requestFor('S-300', {}))).warnings
    expect(warning?.message).toMatch(/not indexed the 2 articles.*npm run index/)
  })
})
