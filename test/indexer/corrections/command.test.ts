import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { LeaseHeld } from '../../../engine/archive/lease.ts'
import { openEngine } from '../../../engine/open-engine.ts'
import type { SearchEngine } from '../../../engine/search-engine.ts'
import { correctionsCommand } from '../../../indexer/corrections/command.ts'
import { correctionsPath } from '../../../indexer/corrections/corrections-file.ts'
import {
  noFacets,
  openTestArchive,
  record,
  type TestArchive,
} from '../../engine/archive/test-archive.ts'
import { runCommand } from '../commands/run-command.ts'
import { value } from './test-values.ts'

let desk: TestArchive
let engine: SearchEngine
let article: string
beforeEach(async () => {
  desk = openTestArchive()
  const people = [value('ada', 'Ada.', 'Ada')]
  article = desk.commit(record({ text: 'Ada.', facets: { ...noFacets, people } })).id
  engine = await openEngine({ kind: 'embedded' }, desk.archive)
})
afterEach(async () => {
  await engine.close()
  desk.remove()
})

const reject =
  '{"do":"reject","facet":"people","value":"ada","id":"r1","at":"2026-05-03T10:00:00Z"}'
const people = () => desk.archive.get(article)?.facets.people.length
const edit = (content: string) => {
  writeFileSync(correctionsPath(desk.dataDir), content)
}

/** Runs the command; returns its exit code and what it said. */
async function run(...words: readonly string[]) {
  const { archive, lease } = desk
  return runCommand(correctionsCommand, words, { archive, engine, lease })
}

describe('npm run index -- corrections', () => {
  it('lists them with their state', async () => {
    edit(`${reject}\nnonsense\n`)
    expect((await run()).said).toEqual([
      '2026-05-03  not applied yet  reject people ada  r1',
      `1 correction in ${correctionsPath(desk.dataDir)}`,
      'Line 2 is not JSON. It is skipped.',
    ])
    await run('apply')
    edit(`${reject}\n{"do":"undo","of":"r1","id":"u1"}\n`)
    expect((await run()).said.slice(0, 2)).toEqual([
      '2026-05-03  taken back       reject people ada  r1',
      '            not applied yet  undo of r1  u1',
    ])
  })

  it('checks them: exit code 1 where a line is faulty', async () => {
    edit(reject)
    expect((await run('check')).code).toBe(0)
    edit(`${reject}\n{"do":"reject"}\n`)
    const { code, said } = await run('check')
    expect(code).toBe(1)
    expect(said[1]).toBe(
      'Line 2 "facet" must be one of people, places, weapons, outlet, cites, not missing. It is skipped.',
    )
  })

  it('ends with exit code 1 where a line is faulty, also when it lists or applies', async () => {
    edit(`${reject}\nnonsense\n`)
    expect((await run()).code).toBe(1)
    expect((await run('apply')).code).toBe(1)
    edit(reject)
    expect((await run()).code).toBe(0)
    expect((await run('apply')).code).toBe(0)
  })

  it.each(['import', 'export'])('says why a folder cannot be used: %s', async (word) => {
    await expect(run(word, desk.dataDir)).rejects.toThrow('Name a file, in a folder that exists.')
  })

  it('applies what was edited by hand', async () => {
    edit(reject)
    expect((await run('apply')).said).toEqual(['1 article changed.'])
    expect(people()).toBe(0)
    expect((await engine.stats()).change).toBe(desk.archive.lastChange())
  })

  it('exports and imports them; bad lines are named, the others are taken and applied', async () => {
    const file = join(desk.dataDir, 'sent.jsonl')
    expect((await run('export', file)).code).toBe(0)
    expect(readFileSync(file, 'utf8')).toBe('')
    writeFileSync(file, `nonsense\n${reject}\n`)
    const { code, said } = await run('import', file)
    expect(code).toBe(1)
    expect(said).toContain('Added 1 correction; 0 were there already.')
    expect(said).toContain('Line 1 is not JSON. It is skipped.')
    expect(people()).toBe(0)
    await run('export', file)
    const again = await run('import', file)
    expect(again).toEqual({ code: 0, said: ['Added 0 corrections; 1 were there already.'] })
  })

  it('keeps an import that cannot be applied now', async () => {
    const file = join(desk.dataDir, 'sent.jsonl')
    writeFileSync(file, reject)
    const { archive, lease } = desk
    const { code, said } = await runCommand(
      correctionsCommand,
      ['import', file],
      { archive, engine, lease },
      { opened: () => Promise.reject(new LeaseHeld('Somebody else is writing.')) },
    )
    expect(code).toBe(0)
    expect(said.at(-1)).toBe(
      'Somebody else is writing. They are kept and will be applied by whoever writes next.',
    )
    expect(existsSync(correctionsPath(desk.dataDir))).toBe(true)
  })

  it.each([
    ['forget'],
    ['import'],
    ['export'],
    ['check', 'x'],
    ['import', 'a', 'b'],
    ['import', '/none'],
  ])('refuses %s %s', async (...words) => {
    await expect(run(...words)).rejects.toThrow(/See --help|Write corrections|no file/)
  })
})
