import { afterEach, describe, expect, it } from '@jest/globals'
import { contractArchive, madeUp } from './contract-archive.ts'
import {
  expectFound,
  openDesk,
  periodsOf,
  valuesOf,
  type Desk,
  type EngineUnderTest,
} from './contract-desk.ts'

const ferry = madeUp('ferry', {
  outlet: ['sample-courier', 'Sample Courier'],
  published: '2022-01-03',
  title: 'Ferry timetable',
  text: 'The first ferry leaves at dawn from Iran.',
  places: [['iran', 'Iran']],
})
const ferryCorrected = madeUp('ferry', {
  outlet: ['sample-courier', 'Sample Courier'],
  published: '2022-02-04',
  title: 'Ferry timetable, corrected',
  text: 'The first ferry leaves at noon from Oman.',
  places: [['oman', 'Oman']],
})
const lighthouse = madeUp('lighthouse', {
  published: '2022-03-01',
  title: 'Lighthouse repainted',
  text: 'Painters finished the lighthouse at noon.',
})

/** How an index follows its archive. */
export function describeChanges(underTest: EngineUnderTest): void {
  describe('following the archive', () => {
    let desk: Desk | undefined
    const open = async (...articles: readonly (typeof ferry)[]) => {
      desk = await openDesk(underTest, articles)
      return desk
    }
    afterEach(async () => {
      await desk?.close()
      desk = undefined
    })

    it('finds nothing in an empty archive, and lists what was selected', async () => {
      const empty = await open()
      const answer = await empty.ask('S-300', { filters: { places: { include: ['iran'] } } })
      expectFound(empty, answer, [])
      expect(answer.facets.places).toMatchObject([{ id: 'iran', count: 0, selected: true }])
      expect(answer.timeline.counts).toEqual([])
    })

    it('answers before the first sync', async () => {
      const fresh = await open()
      await fresh.reopen()
      fresh.commit([ferry])
      expect((await fresh.ask('ferry')).total).toBe(0)
      await fresh.engine().sync(fresh.lease)
      expectFound(fresh, await fresh.ask('ferry'), ['ferry'])
    })

    it('follows families: near-duplicates share a hit until they are none any more', async () => {
      const copy = { ...lighthouse, key: 'copy', family: 'lighthouse' }
      const changing = await open(ferry, { ...lighthouse, family: 'lighthouse' })
      const folded = async () => {
        const { total, groups, hits } = await changing.ask('noon OR dawn', { groupBy: 'family' })
        const families = hits.flatMap(({ family }) => (family ? [family.matching] : []))
        return { total, groups, families }
      }
      expect(await folded()).toEqual({ total: 2, groups: 2, families: [] })
      await changing.add([copy])
      expect(await folded()).toEqual({ total: 3, groups: 2, families: [2] })
      await changing.remove(['lighthouse'])
      expect(await folded()).toEqual({ total: 2, groups: 2, families: [] })
    })

    it('replaces an article by its id: the new words are found, the old ones are not, and it keeps its place', async () => {
      const changing = await open(ferry, lighthouse)
      const before = changing.archive.get(changing.id('ferry'))?.sequence
      await changing.add([ferryCorrected])
      expect(changing.archive.get(changing.id('ferry'))?.sequence).toBe(before)
      expectFound(changing, await changing.ask('dawn'), [])
      expectFound(changing, await changing.ask('"dawn from"'), [])
      expectFound(changing, await changing.ask('title:corrected "noon from oman"'), ['ferry'])
      expectFound(changing, await changing.ask('noon', { newerThan: before ?? 0 }), ['lighthouse'])
      const answer = await changing.ask('')
      expect(valuesOf(answer, 'places')).toEqual(['oman 1', '[none] 1'])
      expect(periodsOf(answer)).toEqual(['2022-02 1', '2022-03 1'])
    })

    it('forgets an article that was removed', async () => {
      const shrinking = await open(ferry, lighthouse)
      await shrinking.remove(['ferry'])
      const answer = await shrinking.ask('')
      expectFound(shrinking, answer, ['lighthouse'])
      expect(valuesOf(answer, 'places')).toEqual(['[none] 1'])
      expect(periodsOf(answer)).toEqual(['2022-03 1'])
      await shrinking.add([ferry])
      expectFound(shrinking, await shrinking.ask('ferry'), ['ferry'])
    })

    it('changes nothing when it is synced again', async () => {
      const quiet = await open(ferry, lighthouse)
      const before = [await quiet.ask(''), await quiet.engine().stats()]
      const steps: number[] = []
      await quiet.engine().sync(quiet.lease, (done) => steps.push(done))
      expect([await quiet.ask(''), await quiet.engine().stats()]).toEqual(before)
      expect(steps).toEqual([])
    })

    it('catches up after a crash between the archive and the index', async () => {
      const crashed = await open(ferry)
      crashed.commit([lighthouse])
      crashed.commit([ferryCorrected])
      await crashed.reopen()
      expectFound(crashed, await crashed.ask('ferry'), ['ferry'])
      await crashed.engine().sync(crashed.lease)
      expectFound(crashed, await crashed.ask('noon'), ['ferry', 'lighthouse'])
      expectFound(crashed, await crashed.ask('dawn'), [])
    })

    it('finds after a restart what it found before', async () => {
      const restarted = await open(ferry, lighthouse)
      const before = await restarted.ask('')
      await restarted.reopen()
      expect(await restarted.ask('')).toEqual(before)
    })

    it('tells its progress, ending with all', async () => {
      const large = await open()
      large.commit(contractArchive)
      const steps: (readonly [done: number, of: number])[] = []
      await large.engine().sync(large.lease, (done, of) => steps.push([done, of]))
      expect(steps.at(-1)).toEqual([contractArchive.length, contractArchive.length])
    })

    it('answers while it is being synced', async () => {
      const busy = await open(ferry)
      busy.commit(contractArchive)
      const sync = { running: true }
      const synced = busy
        .engine()
        .sync(busy.lease)
        .finally(() => {
          sync.running = false
        })
      const totals: number[] = []
      while (sync.running) totals.push((await busy.ask('', { sort: 'relevance' })).total)
      await synced
      totals.push((await busy.ask('')).total)
      expect(totals).toEqual([...totals].sort((a, b) => a - b))
      expect(totals.at(-1)).toBe(contractArchive.length + 1)
    })

    it('finds the first and the last words of a very long text', async () => {
      const text = `Dear readers, ${'the editors of this paper repeat themselves. '.repeat(14_000)} Farewell for ever.`
      const wordy = await open(ferry, madeUp('wordy', { title: 'A very long letter', text }))
      for (const typed of [
        'farewell',
        '"farewell for ever"',
        '"dear readers" ever',
        'title:long "repeat themselves farewell"',
      ]) {
        expectFound(wordy, await wordy.ask(typed, { sort: 'relevance' }), ['wordy'])
      }
      expectFound(wordy, await wordy.ask('-ever'), ['ferry'])
    })

    it('says how many articles it has and how far it has followed', async () => {
      const counted = await open(ferry, lighthouse)
      await counted.remove(['ferry'])
      counted.commit([ferryCorrected])
      expect(await counted.engine().stats()).toMatchObject({ articles: 1, change: 3 })
      await counted.engine().sync(counted.lease)
      const stats = await counted.engine().stats()
      expect(stats).toMatchObject({ articles: 2, change: counted.archive.lastChange() })
      expect(stats.version).not.toBe('')
    })
  })
}
