import { appendFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { Facets } from '../../../engine/article.ts'
import { openEngine } from '../../../engine/open-engine.ts'
import { WordFile } from '../../../engine/vocabulary/word-file.ts'
import { purgeCommand } from '../../../indexer/upkeep/purge.ts'
import { verifyCommand } from '../../../indexer/upkeep/verify.ts'
import { readCorrections } from '../../../indexer/corrections/corrections-file.ts'
import { noFacets } from '../../engine/archive/test-archive.ts'
import { requestFor } from '../../engine/contract-desk.ts'
import { entry, openUpkeepDesk, type UpkeepDesk } from './upkeep-desk.ts'

let desk: UpkeepDesk
let id: string
/** Words that only the article has which is taken down, or an earlier version of it. */
const secrets = ['Vexilloid', 'quangle', 'zibeline', 'Oxbridgeshire', 'formerlyzabaglione']

const naming: Facets = {
  ...noFacets,
  people: [
    {
      ...{ id: 'ada-vexilloid', name: 'Ada Vexilloid', rule: 'made up', broader: [] },
      evidence: [{ field: 'text', start: 0, end: 13 }],
    },
  ],
}
const text = 'Ada Vexilloid sold a quangle of zibeline. '
const secret = entry('/Oxbridgeshire.txt', {
  ...{ title: 'Sale of zibeline', text: text.repeat(200), facets: naming },
})

beforeEach(async () => {
  desk = await openUpkeepDesk()
  await desk.add({
    ...secret,
    article: { ...secret.article, text: `${text.repeat(200)}It was formerlyzabaglione.` },
    original: { ...secret.original, hash: 'of an older version' },
  })
  const ids = await desk.add(secret, entry('/b', { title: 'Talks resume' }))
  id = ids[0] ?? ''
})
afterEach(() => desk.remove())

const purge = (...args: string[]) => desk.run(purgeCommand, args)

/** Which of the secrets stand in which file of the data folder, as they are written or folded to lower case. */
function traces(): string[] {
  return filesOf(desk.dataDir).flatMap((path) => {
    const bytes = readFileSync(path).toString('latin1').toLowerCase()
    return secrets
      .filter((word) => bytes.includes(word.toLowerCase()))
      .map((word) => `${word} in ${path}`)
  })
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((found) => found.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
}

describe('purge', () => {
  it('leaves no word of an article in any file, nor of an older version', async () => {
    const words = new WordFile(desk.dataDir)
    await words.follow(desk.archive)
    words.close()
    mkdirSync(join(desk.dataDir, 'set-aside'))
    writeFileSync(
      join(desk.dataDir, 'set-aside', '1.tsv'),
      'what\tfile\tline\treason\nset aside\t/Oxbridgeshire.txt\t\tno text\nset aside\t/c\t\tno text\n',
    )
    expect(desk.archive.count()).toBe(2)
    expect(traces()).not.toEqual([])
    const { code, said } = await purge(id, '--yes')
    expect(said.at(-1)).toContain('Nothing is left of them in the archive')
    expect(code).toBe(0)
    expect(traces()).toEqual([])
    expect(readFileSync(join(desk.dataDir, 'set-aside', '1.tsv'), 'utf8')).toContain('/c\t')
  })

  it('leaves the other articles, their names and their index as they were', async () => {
    await purge(id, '--yes')
    const found = await desk.engine.search(requestFor('talks', {}))
    expect(found.hits.map(({ title }) => title)).toEqual(['Talks resume'])
    expect(desk.archive.displayName('people', 'ada-vexilloid')).toBeUndefined()
    expect((await desk.run(verifyCommand, [])).said.at(-1)).toBe('No fault was found.')
  })

  it('has later records of the article refused, by place, content or original, until it is undone', async () => {
    await purge(id, '--yes')
    const moved = { ...secret, identity: { ...secret.identity, path: '/elsewhere.txt' } }
    const reworded = entry('/Oxbridgeshire.txt', { text: 'Another wording.' })
    for (const each of [secret, moved, reworded])
      expect(desk.archive.refusedAs(each)).toMatchObject({ id })
    expect(desk.archive.refusedAs(entry('/d'))).toBeUndefined()
    await purge('--undo', id)
    expect(desk.archive.refusedAs(secret)).toBeUndefined()
    expect(await desk.add(secret)).toEqual([id])
  })

  it('keeps no key by which an address or a name could be read', async () => {
    const url = 'https://quay.example/zibeline-sale'
    const [other = ''] = await desk.add({
      ...entry('/e', { text: 'Of a quangle.' }),
      identity: { url, given: undefined, path: '' },
    })
    await purge(id, other, '--yes')
    expect(traces()).toEqual([])
    expect(
      desk.archive
        .takenDown()
        .map((each) => each.id)
        .sort(),
    ).toEqual([id, other].sort())
  })

  it('lets an article stay that shares its text, and be read again', async () => {
    const at = (url: string) => ({
      ...entry('', { title: 'Twice', text: 'The same words.' }),
      identity: { url, given: undefined, path: '' },
    })
    const [one = ''] = await desk.add(at('https://quay.example/1'), at('https://pier.example/2'))
    await purge(one, '--yes')
    expect(desk.archive.refusedAs(at('https://quay.example/1'))).toMatchObject({ id: one })
    expect(desk.archive.refusedAs(at('https://pier.example/2'))).toBeUndefined()
  })

  it('goes on where it was interrupted', async () => {
    desk.archive.purge(desk.lease, [id])
    expect((await desk.run(verifyCommand, [])).said.join()).toContain('npm run index -- purge')
    const { said } = await purge()
    expect(said[0]).toContain('Going on')
    expect(traces()).toEqual([])
    await expect(purge()).rejects.toThrow('No purge was interrupted')
  })

  it('says when a site holds the former index open, and ends with the next purge', async () => {
    const site = await openEngine({ kind: 'embedded' }, desk.archive)
    await site.search(requestFor('talks', {}))
    const { code, said } = await purge(id, '--yes')
    expect(said.join('\n')).toContain('A running site still has the former index open')
    expect(code).toBe(1)
    await site.close()
    expect(await purge()).toMatchObject({ code: 0 })
    expect(traces()).toEqual([])
  })

  it('keeps corrections of that article alone, unless asked to delete them with those that take them back', async () => {
    const path = join(desk.dataDir, 'corrections.jsonl')
    const of = (article: string) =>
      JSON.stringify({ do: 'reject', facet: 'people', value: 'ada-vexilloid', article })
    const stays = '{"do":"reject","facet":"places","value":"atlantis"}'
    const undone = of(id).replace('{', '{"id":"first",')
    const lines = [undone, stays, '{"do":"undo","of":"first"}', of('anotherarticle')]
    appendFileSync(path, `${lines.join('\r\n')}\r\n`)
    expect((await purge(id, '--dry-run')).said.join()).toContain('2 corrections of these articles')
    await purge(id, '--yes', '--with-corrections')
    const { corrections, faults } = readCorrections(desk.dataDir)
    expect(corrections.map((each) => each.do)).toEqual(['reject', 'reject'])
    expect(faults).toEqual([])
    expect(readFileSync(path)).toHaveLength(`${lines.join('\r\n')}\r\n`.length)
  })

  it('does nothing for an id that is none, for a no, and without a terminal', async () => {
    await expect(purge(id, 'nonesuch', '--yes')).rejects.toThrow('There is no article nonesuch')
    await expect(purge(id)).rejects.toThrow('Add --yes')
    expect((await desk.run(purgeCommand, [id], 'n')).said.at(-1)).toBe('Nothing was taken down.')
    expect(desk.archive.get(id)?.title).toBe('Sale of zibeline')
  })

  it('lists what was taken down, and says when it is asked for once more', async () => {
    await purge(id, '--yes')
    expect((await purge('--undo')).said[0]).toMatch(`${id}  taken down on 2`)
    await expect(purge(id, '--yes')).rejects.toThrow('was taken down on 2')
    await expect(purge('--undo', 'nonesuch')).rejects.toThrow('was not taken down')
  })

  it('names older archives that a restore put aside', async () => {
    mkdirSync(join(desk.dataDir, 'replaced-2026-01-01-00-00-00'))
    expect((await purge(id, '--yes')).said.join()).toContain('replaced-2026-01-01-00-00-00 holds')
  })
})
