import { afterEach, beforeEach, expect, it } from '@jest/globals'
import { compareNames } from '../../../indexer/canonical/compare-names.ts'
import { jsonLine, lists, openDesk, type Desk } from '../test-desk.ts'

let desk: Desk
beforeEach(async () => {
  desk = await openDesk()
})
afterEach(() => desk.close())

it('finds the same people to be one in a process of its own as here', async () => {
  const line = (name: string, town: string) =>
    jsonLine({ text: `Defence Minister ${name} spoke in ${town}, and left ${town} for Isfahan.` })
  const [dehghan, dehqan] = ['Jamshid Dehghan', 'Jamshid Dehqan']
  desk.write('a.jsonl', line(dehghan, 'Qom') + line(dehghan, 'Shiraz') + line(dehqan, 'Qom'))
  await desk.index()
  const settled = { former: [], own: new Set<string>() }
  const here = await compareNames(desk.archive, { lists, settled })
  expect(here?.map(({ id, into }) => [id, into])).toEqual([['jamshid-dehqan', 'jamshid-dehghan']])
  expect(await compareNames(desk.archive, { lists, settled, fewest: 1 })).toEqual(here)
})

it('ends the process of its own when it is stopped', async () => {
  const stopping = new AbortController()
  const settled = { former: [], own: new Set<string>() }
  const comparing = compareNames(desk.archive, {
    ...{ lists, settled, fewest: 0, stop: stopping.signal },
  })
  stopping.abort()
  expect(await comparing).toBeUndefined()
})
