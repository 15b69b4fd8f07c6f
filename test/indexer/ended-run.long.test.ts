import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

const start = fileURLToPath(new URL('../../indexer/start.js', import.meta.url))

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-ended-'))
  mkdirSync(join(folder, 'in'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

/** Starts the indexer as the leader of a group of processes, as a terminal does. */
function begin(...args: string[]) {
  return spawn(process.execPath, [start, ...args], {
    cwd: folder,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'], DATA_DIR: join(folder, 'data') },
  })
}

async function end(child: ReturnType<typeof begin>) {
  let out = ''
  child.stdout.on('data', (chunk) => (out += String(chunk)))
  await once(child, 'close')
  return { code: child.exitCode, out }
}

function write(name: string, content: string): void {
  writeFileSync(join(folder, 'in', name), content)
}

/** Which processes with this in their command line belong to the group that `leader` leads. */
function processesOf(leader: number, named: string): readonly string[] {
  const all = execFileSync('ps', ['-A', '-o', 'pgid=,args='], { encoding: 'utf8' }).split('\n')
  return all.filter((line) => line.trim().startsWith(`${leader} `) && line.includes(named))
}

/** Resolves as soon as a document is being parsed. */
async function parsing(leader: number): Promise<void> {
  while (processesOf(leader, 'document-worker').length === 0) await setTimeout(20)
}

/** Nested so deeply that parsing takes as long as it may. */
const slow = `<html><body>${'<div><p>a,b,c'.repeat(20_000)}</body></html>`

describe('a run that is told to end while a page is parsed', () => {
  it.each([
    ['SIGINT', 'in'],
    ['SIGTERM', 'in'],
    ['SIGTERM', 'watch in'],
  ] as const)(
    'by %s to its group, as %s: stores the rest, sets nothing aside',
    async (signal, command) => {
      write('a.txt', 'Talks resume\n\nThey met.')
      write('b.html', slow)
      const child = begin(...command.split(' '))
      const leader = child.pid ?? 0
      const ended = end(child)
      await parsing(leader)
      process.kill(-leader, signal)
      const { code } = await ended
      expect(code).toBe(command === 'in' ? 130 : 0)
      expect(processesOf(leader, 'worker')).toEqual([])
      const listed = begin('set-aside')
      expect((await end(listed)).out).toContain('Nothing is set aside')
      rmSync(join(folder, 'in', 'b.html'))
      expect((await end(begin('in'))).out).toContain('Added 0, replaced 0, unchanged 1,')
    },
  )

  it('twice: ends at once, and its children with it', async () => {
    write('b.html', slow)
    const child = begin('in')
    const leader = child.pid ?? 0
    const ended = end(child)
    await parsing(leader)
    child.kill('SIGINT')
    child.kill('SIGTERM')
    expect((await ended).code).toBe(130)
    while (processesOf(leader, 'worker').length > 0) await setTimeout(20)
  })
})

describe('a run whose output nobody reads', () => {
  it('goes on to its end', async () => {
    for (let item = 1; item <= 3; item++) write(`${item}.txt`, `Item ${item}\n\nThey met.`)
    const child = begin('in')
    child.stdout.destroy()
    child.stderr.destroy()
    await once(child, 'exit')
    expect(child.exitCode).toBe(0)
    expect((await end(begin('in'))).out).toContain('Added 0, replaced 0, unchanged 3,')
  })
})
