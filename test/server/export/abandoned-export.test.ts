import { once } from 'node:events'
import { get, type IncomingMessage, type Server } from 'node:http'
import { readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { openTestSite, type TestSite } from '../test-site.ts'

let site: TestSite
let server: Server
let port = 0
/** Articles read from the archive. */
let read = 0
let failsAt = Infinity

const articles = 160

beforeAll(async () => {
  site = await openTestSite()
  // Far more than the buffers between the site and its reader hold.
  const text = `The convoy came. ${'—'.repeat(60_000)}`
  await site.add(...Array.from({ length: articles }, (_, at) => ({ title: `Convoy ${at}`, text })))
  const { archive } = site
  const readReally = archive.getBySequence.bind(archive)
  archive.getBySequence = (sequence) => {
    if (++read > failsAt) throw new Error('The disk is gone.')
    return readReally(sequence)
  }
  server = site.app.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  port = typeof address === 'object' && address ? address.port : 0
})

beforeEach(() => {
  read = 0
  failsAt = Infinity
})

afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await site.close()
})

/** The beginning of an answer; nothing of it is read until somebody asks. */
async function ask(path: string): Promise<IncomingMessage> {
  const request = get({ host: '127.0.0.1', port, path, agent: false })
  request.on('error', () => undefined)
  const answered: readonly unknown[] = await once(request, 'response')
  const response = answered[0]
  if (!isMessage(response)) throw new Error('The site sent no answer.')
  response.on('error', () => undefined)
  return response
}

function isMessage(value: unknown): value is IncomingMessage {
  return typeof value === 'object' && value !== null && 'statusCode' in value
}

/** Waits until no more articles are read for a while; returns how many were. */
async function readInAll(): Promise<number> {
  let before = -1
  while (before !== read) {
    before = read
    await new Promise((resume) => setTimeout(resume, 60))
  }
  return read
}

/** Reads an answer to its end, wherever that is; returns whether it is whole. */
async function isWhole(response: IncomingMessage): Promise<boolean> {
  const closed = Promise.withResolvers<undefined>()
  response.once('close', () => {
    closed.resolve(undefined)
  })
  response.resume()
  if (!response.closed) await closed.promise
  return response.complete
}

const spools = () => readdirSync(tmpdir()).filter((name) => name.startsWith('dateline-export-'))

describe('an export', () => {
  it('reads no further than its reader does', async () => {
    const response = await ask('/search.jsonl?q=convoy')
    expect(await readInAll()).toBeLessThan(articles)
    expect(await isWhole(response)).toBe(true)
    expect(read).toBe(articles)
  })

  it.each([
    ['csv', 0],
    ['jsonl', 0],
    ['html', 1],
    ['zip', 1],
  ])('as .%s ends with its reader', async (format, needed) => {
    const before = spools()
    const path = `/search.${format}?q=convoy`
    const request = get({ host: '127.0.0.1', port, path, agent: false })
    request.on('error', () => undefined)
    while (read === 0) await new Promise((resume) => setImmediate(resume))
    // Other tests may make some at the same time.
    const made = spools().filter((name) => !before.includes(name))
    expect(made.length).toBeGreaterThanOrEqual(needed)
    request.destroy()
    expect(await readInAll()).toBeLessThan(articles)
    // Times out where one is left.
    while (spools().some((name) => made.includes(name)))
      await new Promise((resume) => setTimeout(resume, 20))
  })

  it('that fails on the way breaks the connection', async () => {
    const log = jest.spyOn(console, 'error').mockImplementation(() => undefined)
    failsAt = 100
    const response = await ask('/search.jsonl?q=convoy')
    expect(response.statusCode).toBe(200)
    expect(await isWhole(response)).toBe(false)
    expect(log).toHaveBeenCalledTimes(1)
    log.mockRestore()
  })

  it('that fails at once is an error page', async () => {
    const log = jest.spyOn(console, 'error').mockImplementation(() => undefined)
    failsAt = 0
    const response = await ask('/search.jsonl?q=convoy')
    expect(response.statusCode).toBe(500)
    expect(response.headers['content-disposition']).toBeUndefined()
    expect(await isWhole(response)).toBe(true)
    log.mockRestore()
  })

  it('waits its turn where three are under way, and takes it when one ends', async () => {
    const running = await Promise.all([1, 2, 3].map(() => ask('/search.jsonl?q=convoy')))
    const refused = await ask('/search.jsonl?q=convoy')
    expect(refused.statusCode).toBe(503)
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
    expect(refused.headers['content-disposition']).toBeUndefined()
    running[0]?.destroy()
    await readInAll()
    const next = await ask('/search.jsonl?q=convoy')
    expect(next.statusCode).toBe(200)
    for (const response of [...running, refused, next]) response.destroy()
    await readInAll()
  })
})
