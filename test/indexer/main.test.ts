import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { Archive } from '../../engine/archive/archive.ts'
import { acquireLease } from '../../engine/archive/lease.ts'
import { settingsTable } from '../../engine/settings.ts'
import { record } from '../engine/archive/test-archive.ts'
import { jsonLine } from './test-desk.ts'

const start = fileURLToPath(new URL('../../indexer/start.js', import.meta.url))

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-main-'))
  mkdirSync(join(folder, 'in'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

function begin(...args: string[]) {
  return spawn(process.execPath, [start, ...args], {
    cwd: folder,
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'], DATA_DIR: join(folder, 'data') },
  })
}

async function end(child: ReturnType<typeof begin>): Promise<Ended> {
  const read = async (stream: AsyncIterable<unknown>) => {
    let text = ''
    for await (const chunk of stream) text += String(chunk)
    return text
  }
  const exited = once(child, 'exit')
  const [out, err] = await Promise.all([read(child.stdout), read(child.stderr)])
  await exited
  return { code: child.exitCode, out, err }
}

const run = (...args: string[]) => runWith('', ...args)

/** Runs with something to read from standard input. */
function runWith(input: string, ...args: string[]): Promise<Ended> {
  const child = begin(...args)
  child.stdin.end(input)
  return end(child)
}

function write(name: string, content: string): void {
  writeFileSync(join(folder, 'in', name), content)
}

/** Resolves as soon as the archive of this data folder holds articles. */
async function articlesIn(dataDir: string): Promise<void> {
  for (;;) {
    await setTimeout(20)
    if (!existsSync(join(dataDir, 'archive.sqlite'))) continue
    const archive = new Archive(dataDir)
    const count = archive.count()
    archive.close()
    if (count > 0) return
  }
}

describe('npm run index', () => {
  it('indexes paths and reports', async () => {
    write('a.txt', 'Talks resume\n\nThey met.')
    write('b.jpg', 'x')
    const { code, out, err } = await run('in')
    expect(out).toContain('Added 1, replaced 0, unchanged 0, set aside 1;')
    expect(out).toContain('  in/b.jpg: not a kind of file that Dateline reads: .jpg')
    expect(out).toContain(
      `All of them with their reasons: ${join(folder, 'data', 'set-aside', '1.tsv')}`,
    )
    expect(out).toContain('The archive holds 1 article.')
    expect({ code, err }).toEqual({ code: 0, err: '' })
  })

  it('shows one line for a folder full of photos', async () => {
    for (let photo = 1; photo <= 9; photo++) write(`${photo}.jpg`, 'x')
    const { out } = await run('in')
    expect(out).toContain(
      '  9 times: not a kind of file that Dateline reads: .jpg (the first: in/1.jpg)',
    )
  })

  it('reads standard input, as --format and --columns say', async () => {
    const { code, out } = await runWith(
      'Kopf;Inhalt\nTalks resume;They met.\n',
      ...['--format', 'csv', '--columns', 'title=Kopf,text=Inhalt', '-'],
    )
    expect(out).toContain('Added 1, replaced 0, unchanged 0, set aside 0;')
    expect(code).toBe(0)
  })

  it('fails when nothing matches a pattern, and still indexes the others', async () => {
    write('a.txt', 'Talks resume\n\nThey met.')
    const { code, out } = await run('in/*.pdf', 'in/*.txt')
    expect(out).toContain('Nothing matches in/*.pdf; it was left out.')
    expect(out).toContain('Added 1,')
    expect(code).toBe(1)
  })

  it('fails when a path does not exist, and still indexes the others', async () => {
    write('a.txt', 'Talks resume\n\nThey met.')
    const { code, out } = await run('nowhere', 'in')
    expect(out).toContain('There is no file or folder nowhere; it was left out.')
    expect(out).toContain('Added 1,')
    expect(code).toBe(1)
  })

  it('explains itself with --help, naming each of its settings', async () => {
    const { code, out } = await run('--help')
    expect(code).toBe(0)
    for (const setting of settingsTable) {
      if (setting.commands.some((command) => command === 'index'))
        expect(out).toContain(setting.name)
    }
  })

  it.each([
    ['no arguments', [], 'Usage'],
    ['an unknown option', ['--fast', 'in'], '--fast'],
    ['paths after remove-sample', ['remove-sample', 'in'], 'remove-sample takes no paths'],
  ])('refuses %s as wrong usage', async (_, args, message) => {
    const { code, out, err } = await run(...args)
    expect(out + err).toContain(message)
    expect(code).toBe(2)
  })

  it('says who is writing when somebody else is', async () => {
    const lease = acquireLease(join(folder, 'data'), 'the site')
    const { code, err } = await run('in')
    lease.release()
    expect(err).toMatch(/is being written by the site \(process \d+/)
    expect(code).toBe(1)
  })

  it('ends cleanly when it is interrupted, and the same command goes on', async () => {
    const lines = Array.from({ length: 220 }, (_, id) =>
      jsonLine({ id, title: `Item ${id}`, text: `The delegation met for the ${id}th time.` }),
    ).join('')
    const child = begin('-')
    const ended = end(child)
    // More may come for as long as this is not ended: the run cannot be over before the signal.
    child.stdin.write(lines)
    await articlesIn(join(folder, 'data'))
    child.kill('SIGINT')
    const { code, out } = await ended
    expect(out).toContain(
      'Stopped before the end. The same command goes on where this run stopped.',
    )
    expect(code).toBe(130)
    const again = await runWith(lines, '-')
    expect(again.out).toContain('The archive holds 220 articles.')
    expect(again.out).not.toContain('unchanged 0,')
  })
})

describe('npm run index -- rebuild', () => {
  const index = () => readdirSync(join(folder, 'data', 'index'))

  it('builds the index anew from the archive, and drops the former one', async () => {
    write('a.txt', 'Talks resume\n\nThey met.')
    await run('in')
    expect(index()).toEqual(['1'])
    const { code, out, err } = await run('rebuild')
    expect(out).toMatch(/^The index was built anew in [\d.]+ s\. It holds 1 article\.\n$/)
    expect({ code, err, index: index() }).toEqual({ code: 0, err: '', index: ['2'] })
  })

  it('builds an empty index where nothing was indexed', async () => {
    const { code, out } = await run('rebuild')
    expect(out).toContain('It holds 0 articles.')
    expect(code).toBe(0)
  })

  it('takes no paths', async () => {
    const { code, err } = await run('rebuild', 'in')
    expect(err).toContain('rebuild takes no paths')
    expect(code).toBe(2)
  })
})

describe('the sample articles at the first own import', () => {
  beforeEach(() => {
    const lease = acquireLease(join(folder, 'data'), 'a test')
    const archive = new Archive(join(folder, 'data'))
    archive.commit(lease, [record({ file: '/sample.txt', sample: true })])
    archive.setSetting(lease, 'sample', 'loaded')
    archive.close()
    lease.release()
    write('a.txt', 'Talks resume\n\nThey met.')
  })

  it('stay where there is no terminal, with a line that says how to remove them', async () => {
    const { out } = await run('in')
    expect(out).toContain(
      'The archive also holds 1 sample article; to remove them: npm run index -- remove-sample',
    )
    expect(out).toContain('The archive holds 2 articles.')
  })

  it('are removed by --remove-sample', async () => {
    const { out } = await run('--remove-sample', 'in')
    expect(out).toContain('Removed 1 sample article.')
    expect(out).toContain('The archive holds 1 article.')
  })

  it('are kept by --keep-sample, and not spoken of again', async () => {
    await run('--keep-sample', 'in')
    const { out } = await run('in')
    expect(out).not.toContain('sample')
    expect(out).toContain('The archive holds 2 articles.')
  })

  it('are loaded by load-sample', async () => {
    await run('remove-sample')
    const { code, out } = await run('load-sample')
    expect(code).toBe(0)
    expect(out).toMatch(/Added \d\d, /)
  })

  it('are removed by remove-sample', async () => {
    const { code, out } = await run('remove-sample')
    expect(out).toBe('Removed 1 sample article. The archive holds 0 articles.\n')
    expect(code).toBe(0)
  })
})
