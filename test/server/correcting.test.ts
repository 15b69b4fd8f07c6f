import { appendFileSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { acquireLease } from '../../engine/archive/lease.ts'
import { EngineUnavailable } from '../../engine/search-engine.ts'
import { correctionsPath } from '../../indexer/corrections/corrections-file.ts'
import { Correcting } from '../../server/corrections/correcting.ts'
import {
  ada,
  idIn,
  openCorrectionsDesk,
  placeOf,
  type CorrectionsDesk,
} from './corrections-desk.ts'
import { titlesIn, type TestSite } from './test-site.ts'

let desk: CorrectionsDesk
let site: TestSite
beforeEach(async () => {
  desk = await openCorrectionsDesk()
  site = desk.site
})
afterEach(() => site.close())

const article = (nth: number) => desk.article(nth)
const people = (nth: number) => desk.people(nth)
const lines = () => desk.lines()
const correct = (fields: Readonly<Record<string, string>>) => desk.correct(fields)
const undo = (id: string) => desk.undo(id)

describe('while somebody else writes', () => {
  it('a correction is kept, said to wait, and applied when they have finished', async () => {
    const lease = acquireLease(site.dataDir, 'a long import')
    const answer = await correct({ ...ada, do: 'reject', back: article(0) })
    expect(people(1)).toEqual(['ada-admiral'])
    expect(lines()).toHaveLength(1)
    const { text } = await site.get(placeOf(answer))
    expect(text).toContain(
      'Articles are being added just now. Your corrections are kept, and will be applied in a moment.',
    )
    lease.release()
    await site.correcting.follow()
    expect(people(1)).toEqual([])
    expect((await site.get(article(0))).text).not.toContain('Your corrections are kept.')
  })

  it('it is tried again without being asked', async () => {
    const lease = acquireLease(site.dataDir, 'a short import')
    await correct({ ...ada, do: 'reject' })
    lease.release()
    while (site.correcting.notice() !== '') await new Promise((resolve) => setTimeout(resolve, 100))
    expect(people(1)).toEqual([])
  })
})

it('applies a file that was edited by hand, and gives everything back when it is deleted', async () => {
  writeFileSync(
    correctionsPath(site.dataDir),
    '{"do":"reject","facet":"people","value":"ada-admiral"}',
  )
  await site.correcting.follow()
  expect(people(1)).toEqual([])
  writeFileSync(correctionsPath(site.dataDir), '')
  await site.correcting.follow()
  expect(people(1)).toEqual(['ada-admiral'])
})

it('applies to many articles behind the back of its reader, and says so', async () => {
  await site.add(
    ...Array.from({ length: 400 }, (_, n) => ({
      title: `Report ${n}`,
      text: `${n}: Cem Captain.`,
      people: ['Cem Captain'],
    })),
  )
  const answer = await correct({
    facet: 'people',
    value: 'cem-captain',
    do: 'reject',
    sure: 'yes',
    back: '/facet/person',
  })
  expect((await site.get(placeOf(answer))).text).toContain(
    'A correction is being applied to 400 articles.',
  )
  await site.correcting.ended()
  expect((await site.get('/facet/person')).text).not.toMatch(/being applied|Cem Captain/)
})

it('keeps and applies corrections while the search engine is away', async () => {
  const sync = () => Promise.reject(new EngineUnavailable('It is switched off.'))
  const correcting = new Correcting(site.archive, { ...site.engine, sync })
  writeFileSync(
    correctionsPath(site.dataDir),
    '{"do":"reject","facet":"people","value":"ada-admiral"}',
  )
  expect(await correcting.follow()).toEqual({
    kind: 'waiting',
    why: 'Your corrections are kept and applied to the archive; the search will follow later. It is switched off.',
  })
  correcting.stop()
  expect(people(1)).toEqual([])
})

describe('an imported line', () => {
  it('cannot make "Undo" an address of its own', async () => {
    const crafted = {
      do: 'reject',
      facet: 'people',
      value: 'ada-admiral',
      id: '../saved/1/delete?',
    }
    const sent = { lines: JSON.stringify(crafted), sure: 'yes' }
    const { text } = await site.post('/corrections/import', { ...sent, sure: '' })
    expect(text).toContain('Nothing to add.')
    expect(text).toContain('must be 1 to 64 letters')
    await site.post('/corrections/import', sent)
    writeFileSync(correctionsPath(site.dataDir), `${JSON.stringify(crafted)}\n`)
    expect((await site.get('/corrections')).text).not.toContain('saved/1/delete?/undo')
  })
})

describe('lines written by hand while the site runs', () => {
  const byHand = '{"do":"reject","facet":"people","value":"ben-broker","id":"by-hand"}'

  it('are applied once the list is read, which says so until they are', async () => {
    await site.get('/corrections')
    appendFileSync(correctionsPath(site.dataDir), `${byHand}\n`)
    expect((await site.get('/corrections')).text).toContain('not applied yet')
    await site.correcting.ended()
    expect(people(0)).toEqual(['ada-admiral'])
    expect((await site.get('/corrections')).text).not.toContain('not applied yet')
  })

  it('are applied once an article is read', async () => {
    appendFileSync(correctionsPath(site.dataDir), `${byHand}\n`)
    await site.get(article(0))
    await site.correcting.ended()
    expect(people(0)).toEqual(['ada-admiral'])
  })

  it('that match nothing, or whose value is gone, are listed as such', async () => {
    const [cas, ada] = ['cas-clerk', 'ada-admiral'].map((value) => ({ facet: 'people', value }))
    const written = [
      { ...cas, do: 'reject' },
      { ...ada, do: 'merge', into: 'adah-admiral' },
      { ...ada, do: 'merge', into: 'ben-broker' },
    ]
    appendFileSync(
      correctionsPath(site.dataDir),
      written.map((each) => `${JSON.stringify(each)}\n`).join(''),
    )
    await site.correcting.follow()
    const { text } = await site.get('/corrections')
    expect(text.match(/matches nothing yet/g)).toHaveLength(1)
    expect(text.match(/without effect/g)).toHaveLength(1)
    const found = titlesIn((await site.get('/search?person=ada-admiral')).text)
    expect(found.sort()).toEqual(['A letter', 'A return', 'A visit'])
  })
})

describe('an undo', () => {
  it('that is sent twice is made once, and can be taken back', async () => {
    const made = await correct({ ...ada, do: 'reject' })
    const first = await undo(idIn(made))
    const second = await undo(idIn(made))
    expect(idIn(second)).toBe(idIn(first))
    expect(lines()).toHaveLength(2)
    await undo(idIn(first))
    expect(people(1)).toEqual([])
  })

  it('is taken back with all others of the same correction', async () => {
    const made = await correct({ ...ada, do: 'reject' })
    const first = await undo(idIn(made))
    const again = { do: 'undo', of: idIn(made), id: 'again' }
    appendFileSync(correctionsPath(site.dataDir), `${JSON.stringify(again)}\n`)
    await undo(idIn(first))
    expect(people(1)).toEqual([])
  })
})

describe('a name that is typed', () => {
  it('stands for a new value by itself where another one has its id', async () => {
    await correct({ ...ada, do: 'split', surface: 'Ada Admiral' })
    expect(people(1)).toEqual(['ada-admiral-2'])
  })

  it('is asked about where it is only a part of the one that has it', async () => {
    const fields = { ...ada, do: 'merge', name: 'broker' }
    expect((await correct(fields)).text).toContain('name="into" value="ben-broker"')
    expect(lines()).toEqual([])
  })
})
