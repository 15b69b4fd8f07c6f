import { appendFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { correctionsPath } from '../../../indexer/corrections/corrections-file.ts'
import { silentProgress } from '../../../indexer/pipeline.ts'
import { openDesk, type Desk } from '../test-desk.ts'

let desk: Desk
beforeEach(async () => {
  desk = await openDesk()
})
afterEach(async () => {
  await desk.close()
})

const isfahan = (name: string, what: string) =>
  `A visit to the desert\n\nIsfahan, Iran — Defence Minister ${name} opened ${what} in Isfahan, 340 km from Tehran. "We need it," ${name} said.`

/** Ids of the people of the articles that a search finds. */
async function peopleFound(query: string): Promise<string[][]> {
  const { hits } = await desk.search(query)
  return hits.map(({ id }) => desk.archive.get(id)?.facets.people.map((person) => person.id) ?? [])
}

const correct = (line: object) => {
  appendFileSync(correctionsPath(desk.archive.dataDir), `${JSON.stringify(line)}\n`)
}

describe('a run', () => {
  it('gives one person one value, whatever articles call them', async () => {
    desk.write('1.txt', isfahan('Jamshid Dehghan', 'a plant'))
    desk.write('2.txt', isfahan('Jamshid Dehghan', 'a bridge'))
    desk.write('3.txt', isfahan('Jamshid Dehqan', 'a school'))
    await desk.index()
    const all = [['jamshid-dehghan'], ['jamshid-dehghan'], ['jamshid-dehghan']]
    expect(await peopleFound('person:Dehqan')).toEqual(all)
    expect(await peopleFound('person:"Jamshid Dehghan"')).toEqual(all)
    expect(desk.archive.redirect('people', 'jamshid-dehqan')).toBe('jamshid-dehghan')
    expect(desk.archive.displayName('people', 'jamshid-dehghan')).toBe('Jamshid Dehghan')
  })

  it('lets a spelling be found in articles that use the other one', async () => {
    desk.write('1.txt', isfahan('Jamshid Dehghan', 'a plant'))
    desk.write('2.txt', isfahan('Jamshid Dehqan', 'a school'))
    await desk.index()
    expect((await desk.search('Dehqan')).total).toEqual((await desk.search('Dehghan')).total)
    expect((await desk.search('Dehqan')).hits).toHaveLength(2)
  })

  it('keeps what is written in an article as the evidence there', async () => {
    desk.write('1.txt', isfahan('Jamshid Dehghan', 'a plant'))
    desk.write('2.txt', isfahan('Jamshid Dehqan', 'a school'))
    await desk.index()
    const [hit] = (await desk.search('school')).hits
    const article = desk.archive.get(hit?.id ?? '')
    const [person] = article?.facets.people ?? []
    expect(person?.id).toBe('jamshid-dehghan')
    expect(person?.evidence.map(({ start, end }) => article?.text.slice(start, end))).toEqual([
      'Jamshid Dehqan',
      'Jamshid Dehqan',
    ])
  })

  it('joins what a later run brings, keeps the id, and shows the name that has become more common', async () => {
    desk.write('1.txt', isfahan('Jamshid Dehghan', 'a plant'))
    await desk.index()
    desk.write('2.txt', isfahan('Jamshid Dehqan', 'a bridge'))
    await desk.index()
    expect(desk.archive.displayName('people', 'jamshid-dehghan')).toBe('Jamshid Dehghan')
    desk.write('3.txt', isfahan('Jamshid Dehqan', 'a school'))
    desk.write('4.txt', isfahan('Jamshid Dehqan', 'a road'))
    await desk.index()
    expect(new Set((await peopleFound('')).flat())).toEqual(new Set(['jamshid-dehghan']))
    expect(desk.archive.displayName('people', 'jamshid-dehghan')).toBe('Jamshid Dehqan')
  })

  it('leaves apart whom a correction keeps apart, in later runs too', async () => {
    desk.write('1.txt', isfahan('Jamshid Dehghan', 'a plant'))
    desk.write('2.txt', isfahan('Jamshid Dehghan', 'a bridge'))
    desk.write('3.txt', isfahan('Jamshid Dehqan', 'a school'))
    await desk.index()
    const [value, into] = ['jamshid-dehghan', 'jamshid-dehqan']
    correct({ do: 'split', facet: 'people', value, into })
    await desk.index()
    expect(await peopleFound('school')).toEqual([['jamshid-dehqan']])
    desk.write('4.txt', isfahan('Jamshid Dehqan', 'a road'))
    await desk.index()
    expect(await peopleFound('school')).toEqual([['jamshid-dehqan']])
    expect(await peopleFound('road')).toEqual([['jamshid-dehqan']])
    expect(await peopleFound('bridge')).toEqual([['jamshid-dehghan']])
  })

  it('keeps a correction that means a value as it was before it could be joined', async () => {
    desk.write('1.txt', isfahan('Jamshid Dehqan', 'a school'))
    await desk.index()
    correct({ do: 'reject', facet: 'people', value: 'jamshid-dehqan' })
    desk.write('2.txt', isfahan('Jamshid Dehghan', 'a plant'))
    desk.write('3.txt', isfahan('Jamshid Dehghan', 'a road'))
    await desk.index()
    expect(await peopleFound('school')).toEqual([[]])
  })

  it('joins under the more common id whatever is said of a value in one article', async () => {
    desk.write('1.txt', isfahan('Jamshid Dehqan', 'a school'))
    await desk.index()
    const [hit] = (await desk.search('school')).hits
    correct({ do: 'reject', facet: 'people', value: 'jamshid-dehqan', article: hit?.id })
    desk.write('2.txt', isfahan('Jamshid Dehghan', 'a plant'))
    desk.write('3.txt', isfahan('Jamshid Dehghan', 'a road'))
    desk.write('4.txt', isfahan('Jamshid Dehqan', 'a bridge'))
    desk.write('5.txt', isfahan('Jamshid Dehghan', 'a port'))
    await desk.index()
    expect(await peopleFound('bridge')).toEqual([['jamshid-dehghan']])
  })

  it('changes no article when nothing came since the last one', async () => {
    desk.write('1.txt', isfahan('Jamshid Dehghan', 'a plant'))
    desk.write('2.txt', isfahan('Jamshid Dehqan', 'a school'))
    await desk.index()
    const change = desk.archive.lastChange()
    await desk.index()
    expect(desk.archive.lastChange()).toBe(change)
  })

  it('makes up for one that was stopped before it compared names', async () => {
    desk.write('1.txt', isfahan('Jamshid Dehghan', 'a plant'))
    desk.write('2.txt', isfahan('Jamshid Dehghan', 'a road'))
    await desk.index()
    const stop = new AbortController()
    desk.write('3.txt', isfahan('Jamshid Dehqan', 'a school'))
    const show = () => {
      stop.abort()
    }
    await desk.index({ stop: stop.signal, progress: { ...silentProgress, show } })
    await desk.index()
    expect(await peopleFound('school')).toEqual([['jamshid-dehghan']])
  })
})
