import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { Facets } from '../../../engine/article.ts'
import { removeCommand } from '../../../indexer/upkeep/remove.ts'
import { noFacets } from '../../engine/archive/test-archive.ts'
import { requestFor } from '../../engine/contract-desk.ts'
import { entry, openUpkeepDesk, type UpkeepDesk } from './upkeep-desk.ts'

let desk: UpkeepDesk
beforeEach(async () => {
  desk = await openUpkeepDesk()
  await desk.add(
    entry('/a', { title: 'Ferry sails', published: '2009-05-01', facets: by('The Quay') }),
    entry('/b', { title: 'Ferry sinks', published: '2011', facets: by('The Quay') }),
    entry('/c', { title: 'Talks resume', published: '2009', facets: by('The Pier') }),
  )
})
afterEach(() => desk.remove())

function by(outlet: string): Facets {
  const id = outlet.toLowerCase().replace(' ', '-')
  return {
    ...noFacets,
    outlet: [{ id, name: outlet, rule: 'metadata', evidence: [], broader: [] }],
  }
}

async function titles(): Promise<string[]> {
  const { hits } = await desk.engine.search(requestFor('', { sort: 'oldest' }))
  return hits.map(({ title }) => title).sort()
}

const all = ['Ferry sails', 'Ferry sinks', 'Talks resume']
const remove = (args: readonly string[], answer?: string) => desk.run(removeCommand, args, answer)

describe('remove', () => {
  it('shows what the query means and finds, and removes it when told yes', async () => {
    const { code, said } = await remove(['outlet:"The Quay"', 'before:2010'], 'y')
    const text = said.join('\n')
    expect(text).toContain('Query: outlet:"The Quay" before:2010')
    expect(text).toContain('It finds 1 article:')
    expect(text).toContain('Ferry sails')
    expect(text).toContain('Removed 1 article. The archive holds 2 articles.')
    expect(text).toContain('Read again, they come back')
    expect(code).toBe(0)
    expect(await titles()).toEqual(['Ferry sinks', 'Talks resume'])
  })

  it('removes nothing for any answer but a plain yes', async () => {
    for (const answer of ['', 'n', 'no', 'yesterday', 'Y E S'])
      expect((await remove(['ferry'], answer)).said.at(-1)).toBe('Nothing was removed.')
    expect(await titles()).toEqual(all)
  })

  it('asks for --yes where there is no terminal, and removes with it', async () => {
    await expect(remove(['ferry'])).rejects.toThrow('Add --yes')
    expect(await titles()).toEqual(all)
    await remove(['ferry', '--yes'])
    expect(await titles()).toEqual(['Talks resume'])
  })

  it('only shows with --dry-run', async () => {
    const { said } = await remove(['ferry', '--dry-run', '--yes'])
    expect(said.join('\n')).toContain('It finds 2 articles')
    expect(await titles()).toEqual(all)
  })

  it('keeps to what was indexed after a number', async () => {
    await remove(['ferry', '--newer-than', '1', '--yes'])
    expect(await titles()).toEqual(['Ferry sails', 'Talks resume'])
    await expect(remove(['ferry', '--newer-than', 'May'])).rejects.toThrow('sequence number')
  })

  it('takes no empty query for everything', async () => {
    for (const words of [[], [''], ['*'], ['()']])
      await expect(remove([...words, '--yes'])).rejects.toThrow(/Nothing is removed|every article/)
    expect(await titles()).toEqual(all)
  })

  it('does not trust --yes with a query that brings a warning', async () => {
    const { said } = await remove(['ferry', 'AND', '--dry-run'], 'y')
    expect(said.join('\n')).toContain('Warning:')
    await expect(remove(['ferry', 'AND', '--yes'])).rejects.toThrow('--yes is not enough')
    expect(await titles()).toEqual(all)
  })

  it('says so where nothing is found', async () => {
    const { code, said } = await remove(['submarine', '--yes'])
    expect(said.join('\n')).toContain('It finds 0 articles')
    expect(code).toBe(0)
  })
})
