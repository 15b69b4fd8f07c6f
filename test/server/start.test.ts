import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as pass } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { Archive } from '../../engine/archive/archive.ts'
import { acquireLease } from '../../engine/archive/lease.ts'
import { record } from '../engine/archive/test-archive.ts'

const program = fileURLToPath(new URL('../../server/start.js', import.meta.url))
const indexer = fileURLToPath(new URL('../../indexer/start.js', import.meta.url))
let folder: string
let child: ChildProcess | undefined
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-start-'))
})
afterEach(async () => {
  if (child?.exitCode === null && child.signalCode === null) {
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  rmSync(folder, { recursive: true })
})

describe('starting the site', () => {
  it('loads the sample into a new data folder, and serves it', async () => {
    const { url, output } = await start()
    expect(output()).toContain('loading the sample archive')
    const health = await fetch(`${url}/health`)
    expect(health.status).toBe(200)
    const page = await (await fetch(`${url}/search?q=S-300+delivery`)).text()
    expect(page).toContain('You are looking at the sample archive')
    expect(page).toContain('<mark>S-300</mark>')
  })

  it('loads it once only, whether it stays or is removed', async () => {
    await start()
    await stop('SIGTERM')
    expect(articlesInArchive()).toBeGreaterThanOrEqual(40)
    expect((await start()).output()).not.toContain('sample')
    await stop('SIGTERM')
    await index('remove-sample')
    expect((await start()).output()).not.toContain('sample')
    expect(articlesInArchive()).toBe(0)
  })

  it('shows what an indexer adds while it runs', async () => {
    const { url } = await start()
    const total = async () => {
      const answer: unknown = await (await fetch(`${url}/search.json?q=quagga`)).json()
      return answer
    }
    expect(await total()).toMatchObject({ total: 0 })
    const file = join(folder, 'quagga.txt')
    writeFileSync(file, 'A quagga is seen\n\nIt was the last quagga of its kind, the keeper said.')
    await index('--keep-sample', file)
    expect(await total()).toMatchObject({ total: 1 })
  })

  it('builds a damaged index anew while it answers', async () => {
    await start()
    await stop('SIGTERM')
    writeFileSync(join(folder, 'index', '1', 'index.sqlite'), 'Not a database. '.repeat(1_000))
    const { url, said } = await start()
    expect([200, 503]).toContain((await fetch(`${url}/health`)).status)
    await said('The index is up to date')
    expect(await (await fetch(`${url}/health`)).json()).toMatchObject({
      ok: true,
      engine: { answer: { behind: { changes: 0, articles: 0 } } },
    })
    expect(await (await fetch(`${url}/search?q=S-300`)).text()).toContain('<mark>S-300</mark>')
  })

  it('brings an index that is behind up to date, and tells how far it is behind', async () => {
    await start()
    await stop('SIGTERM')
    const lease = acquireLease(folder, 'a test')
    const archive = new Archive(folder)
    archive.commit(lease, [record({ given: { source: 'test', id: '1' }, text: 'A quagga.' })])
    const { url, said } = await start()
    expect(await (await fetch(`${url}/health`)).json()).toMatchObject({
      ok: true,
      engine: { answer: { behind: { changes: 1, articles: 1 } } },
    })
    await said('is being written by a test')
    await stop('SIGTERM')
    archive.close()
    lease.release()
    await (await start()).said('The index is up to date')
  })

  it('applies corrections that were written by hand meanwhile', async () => {
    await start()
    await stop('SIGTERM')
    writeFileSync(
      join(folder, 'corrections.jsonl'),
      '{"do":"rename","facet":"places","value":"russia","name":"Rossiya"}\n{"do":"reject","facet":"places","value":"iran"}',
    )
    const { url } = await start()
    const places = async () => (await fetch(`${url}/facet/place`)).text()
    while (!(await places()).includes('Rossiya')) await pass(100)
    expect(await places()).not.toContain('>Iran<')
  })

  it.each(['SIGINT', 'SIGTERM'] as const)('ends cleanly on %s', async (signal) => {
    await start()
    expect(await stop(signal)).toBe(0)
  })

  it('refuses a HOST that others can reach, without accounts', async () => {
    const { code, output } = await fail({ HOST: '0.0.0.0' })
    expect(code).toBe(1)
    expect(output).toContain('npm run user -- add NAME')
  })

  it('says so when the port is in use', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const address = other.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const { code, output } = await fail({ PORT: String(port) })
    other.close()
    expect(code).toBe(1)
    expect(output).toContain(`Port ${port} is in use`)
  })

  it.each(['archive.sqlite', 'user.sqlite'])('refuses a newer format of %s', async (file) => {
    const db = new DatabaseSync(join(folder, file))
    db.exec('pragma user_version = 99')
    db.close()
    const { code, output } = await fail({})
    expect(code).toBe(1)
    expect(output).toContain('newer Dateline (format 99')
    expect(output).not.toContain('    at ')
  })

  it('lists its settings with --help', async () => {
    const { code, output } = await fail({}, '--help')
    expect(code).toBe(0)
    expect(output).toContain('--port')
  })
})

async function index(...args: readonly string[]): Promise<void> {
  const indexing = spawn(process.execPath, [indexer, '--data-dir', folder, ...args], {
    stdio: 'ignore',
  })
  await once(indexing, 'exit')
  expect(indexing.exitCode).toBe(0)
}

function articlesInArchive(): number {
  const db = new DatabaseSync(join(folder, 'archive.sqlite'))
  const row = db.prepare('select count(*) as n from article').get()
  db.close()
  return Number(row?.['n'])
}

function run(settings: Readonly<Record<string, string>>, ...args: readonly string[]) {
  const env = { PATH: process.env['PATH'], PORT: '0', DATA_DIR: folder, ...settings }
  const started = spawn(process.execPath, [program, ...args], { env })
  let text = ''
  for (const stream of [started.stdout, started.stderr]) {
    stream.on('data', (piece: Buffer) => {
      text += piece.toString()
    })
  }
  child = started
  return { started, output: () => text }
}

async function start() {
  const { started, output } = run({})
  /** Resolves when the site has printed this. */
  const said = async (pattern: string) => {
    for (;;) {
      const found = new RegExp(pattern).exec(output())
      if (found) return found
      if (started.exitCode !== null) throw new Error(`The site ended:\n${output()}`)
      await Promise.race([once(started.stdout, 'data'), once(started, 'exit')])
    }
  }
  const [, url = ''] = await said('Dateline is at (\\S+)')
  return { url, output, said }
}

async function stop(signal: NodeJS.Signals): Promise<number | null> {
  if (!child) return null
  child.kill(signal)
  await once(child, 'exit')
  return child.exitCode
}

async function fail(settings: Readonly<Record<string, string>>, ...args: readonly string[]) {
  const { started, output } = run(settings, ...args)
  await once(started, 'close')
  return { code: started.exitCode, output: output() }
}
