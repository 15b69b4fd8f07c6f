import { rmSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { correctionsPath } from '../../../indexer/corrections/corrections-file.ts'
import { jsonLine, openDesk, type Desk } from '../test-desk.ts'

let desk: Desk
beforeEach(async () => {
  desk = await openDesk()
})
afterEach(() => desk.close())

const text = 'Russia delivered the S-300PMU-2 to Iran, the minister said in Moscow.'
const corrections = [
  { do: 'reject', facet: 'places', value: 'iran' },
  { do: 'merge', facet: 'weapons', value: 's-300', into: 's-400' },
  { do: 'add', facet: 'people', name: 'The Minister', surface: 'the minister' },
]

function correct(lines: readonly object[]): void {
  writeFileSync(
    correctionsPath(desk.archive.dataDir),
    lines.map((each) => jsonLine({ ...each })).join(''),
  )
}

async function found() {
  const { hits, facets } = await desk.search('delivered')
  return {
    hits: hits.map(({ facets: values }) => values.weapons.map(({ broader }) => broader[0]?.id)),
    people: facets.people.map(({ value, count }) => [value, count]),
    places: facets.places.map(({ value }) => value).sort(),
  }
}

const corrected = {
  hits: [['s-400'], ['s-400']],
  people: [['The Minister', 2]],
  places: ['Moscow', 'Russia'],
}

describe('corrections', () => {
  it('hold for what is indexed, indexed anew, changed or still to come, and survive a rebuild', async () => {
    desk.write('a.jsonl', jsonLine({ id: 'a', title: 'A', text }))
    await desk.index()
    correct(corrections)
    desk.write('b.jsonl', jsonLine({ id: 'b', title: 'B', text }))
    const { skippedCorrections } = await desk.index()
    expect(skippedCorrections).toEqual([])
    expect(await found()).toEqual(corrected)
    desk.write('a.jsonl', jsonLine({ id: 'a', title: 'A', text: `${text} It was late.` }))
    await desk.index()
    expect(await found()).toEqual(corrected)
    await desk.engine.rebuild(desk.lease)
    expect(await found()).toEqual(corrected)
  })

  it('are gone with their file, and bad lines of it are reported by the run', async () => {
    desk.write('a.jsonl', jsonLine({ id: 'a', title: 'A', text }))
    correct(corrections)
    await desk.index()
    const before = await found()
    expect(before.places).toEqual(['Moscow', 'Russia'])
    rmSync(correctionsPath(desk.archive.dataDir))
    await desk.index()
    expect((await found()).places).toEqual(['Iran', 'Moscow', 'Russia'])
    correct([{ do: 'forget' }])
    expect((await desk.index()).skippedCorrections).toMatchObject([{ line: 1 }])
  })
})
