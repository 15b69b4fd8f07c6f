import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals'
import { openMeilisearchEngine } from '../../engine/meilisearch/meilisearch-engine.ts'
import { mostOperands } from '../../engine/query/parse.ts'
import { mostCompared } from '../../engine/meilisearch/settle.ts'
import { contractArchive, madeUp, type MadeUpArticle } from './contract-archive.ts'
import { expectFound, openDesk, requestFor, type Desk } from './contract-desk.ts'
import { describeEngine } from './contract.ts'
import { describeOnServer, type RealServer } from './meilisearch/real-server.ts'

describeOnServer((server) => {
  describeEngine('Meilisearch', server.underTest)
  describeKeys(server)
  describeServer(server)
  describePhrases(server)
})

function describeKeys({ underTest, client, prefix, url }: RealServer): void {
  describe('keys of Meilisearch', () => {
    const created: string[] = []
    let desk: Desk
    beforeAll(async () => {
      desk = await openDesk(underTest, contractArchive)
    }, 60_000)
    afterAll(async () => {
      await desk.close()
      for (const uid of created) await client.deleteKey(uid)
    })

    const engineWithKeyFor = async (actions: readonly string[]) => {
      const made = await client.createKey({
        actions: [...actions],
        indexes: [`${prefix}*`],
        expiresAt: null,
      })
      created.push(made.uid)
      return openMeilisearchEngine(url, made.key, desk.archive, prefix)
    }

    it('lets a key that may only search do all that the site does', async () => {
      const engine = await engineWithKeyFor(['search'])
      const request = requestFor('S-300', { sort: 'relevance', groupBy: 'family' })
      expect((await engine.search(request)).total).toBe(5)
      expect((await engine.search(requestFor('"air defence missile"', {}))).total).toBe(1)
      expect(await engine.suggest('launcers', 1)).toEqual([{ word: 'launchers', articles: 1 }])
      const inside = { facet: 'weapons', text: 's', below: '', order: 'count' } as const
      const values = await engine.facetValues({ search: request, ...inside, offset: 0, limit: 1 })
      expect(values.values.map(({ id }) => id)).toEqual(['s-300'])
      const scanned: string[] = []
      for await (const { id } of engine.scan(request)) scanned.push(id)
      expect(scanned).toHaveLength(5)
      const { articles, change } = await engine.stats()
      expect({ articles, change }).toEqual({
        articles: contractArchive.length,
        change: desk.archive.lastChange(),
      })
      for (const write of [() => engine.sync(desk.lease), () => engine.rebuild(desk.lease)])
        await expect(write()).rejects.toThrow(/refuses the key in MEILI_KEY/)
    })

    it('lets a key that is confined to these indexes do all that the indexer does', async () => {
      const engine = await engineWithKeyFor([
        'search',
        'documents.*',
        'indexes.*',
        'settings.*',
        'tasks.get',
      ])
      desk.commit([madeUp('late', { title: 'Late news', text: 'It arrived after the others.' })])
      await engine.sync(desk.lease)
      await engine.rebuild(desk.lease)
      expect((await engine.search(requestFor('arrived', {}))).total).toBe(1)
    })
  })
}

function describeServer({ underTest, client, indexes, deleteIndexes }: RealServer): void {
  describe('a Meilisearch server', () => {
    const desks: Desk[] = []
    const open = async (articles: readonly MadeUpArticle[]) => {
      const desk = await openDesk(underTest, articles)
      desks.push(desk)
      return desk
    }
    afterEach(async () => {
      for (const desk of desks.splice(0)) await desk.close()
    })

    it('is asked to do nothing when there is nothing new: settings that it has are not sent again', async () => {
      const desk = await open(contractArchive.slice(0, 2))
      const tasks = async () =>
        (await client.tasks.getTasks({ indexUids: await indexes(), limit: 1 })).total
      const before = await tasks()
      await desk.engine().sync(desk.lease)
      expect(await tasks()).toBe(before)
    })

    it('keeps two archives apart', async () => {
      const [one, other] = [
        await open(contractArchive.slice(0, 2)),
        await open(contractArchive.slice(2, 5)),
      ]
      expect([(await one.ask('')).total, (await other.ask('')).total]).toEqual([2, 3])
    })

    it('is filled again after it was wiped', async () => {
      const desk = await open(contractArchive)
      await deleteIndexes()
      const [warning] = (await desk.ask('')).warnings
      expect(warning?.message).toContain('npm run index')
      await desk.engine().sync(desk.lease)
      expect((await desk.ask('')).total).toBe(contractArchive.length)
    })

    it('builds the index of a new version beside the former one, which goes with the next run', async () => {
      const desk = await open(contractArchive.slice(0, 3))
      const own = async () =>
        (await indexes()).filter((uid) =>
          uid.includes(desk.archive.setting('meilisearch-index') ?? ''),
        )
      const [name = ''] = await own()
      const former = name.replace(/-\d+-\d+-[0-9a-f]+$/, '-1-3')
      await client.swapIndexes([{ indexes: [name, former], rename: true }]).waitTask()
      await desk.engine().sync(desk.lease)
      expect((await desk.ask('')).total).toBe(3)
      expect(await own()).toEqual([former, name])
      await desk.reopen()
      await desk.engine().sync(desk.lease)
      expect(await own()).toEqual([name])
    })

    it('follows an archive that was put back to an earlier copy', async () => {
      const later = await open(contractArchive.slice(0, 4))
      const earlier = await open([])
      const name = 'meilisearch-index'
      earlier.archive.setSetting(earlier.lease, name, later.archive.setting(name) ?? '')
      await earlier.add(contractArchive.slice(0, 1))
      expectFound(earlier, await earlier.ask(''), ['unloading'])
      expect(await earlier.engine().stats()).toMatchObject({ articles: 1, change: 1 })
    })

    it('finds and ranks by the last words of a text with more different words than it can rank', async () => {
      const words = Array.from({ length: 70_000 }, (_, i) => `word${i}x`)
      const desk = await open([
        madeUp('long', { title: 'Very long', text: `${words.join(' ')} farewell` }),
        madeUp('short', { title: 'Short', text: 'A farewell.' }),
      ])
      const answer = await desk.ask('farewell', { sort: 'relevance' })
      expect(desk.keys(answer)).toEqual(['short', 'long'])
      expectFound(desk, await desk.ask('"word69999x farewell"'), ['long'])
    }, 60_000)

    it('takes the longest and most nested query that can be typed', async () => {
      const desk = await open(contractArchive.slice(0, 3))
      const nested = Array.from({ length: 31 }, (_, i) => `(=a${i} OR "b c" NEAR/2 d `).join('')
      const spelled = Array.from({ length: mostOperands }, (_, i) => `"a${i} b c" -d${i}`).join(
        ' OR ',
      )
      for (const typed of [nested, `-${nested}`, spelled]) {
        const request = requestFor(typed, { sort: 'relevance', spelling: 'exact' })
        expect(await desk.engine().search(request)).toHaveProperty('total')
      }
    }, 30_000)
  })
}

function describePhrases({ underTest }: RealServer): void {
  describe('words whose parts stand in very many articles', () => {
    const decoys = Array.from({ length: mostCompared }, (_, i) =>
      madeUp(`decoy-${i}`, {
        title: `Decoy ${i % 2 === 0 ? 'even' : 'odd'}`,
        text: 'The tall ships and a tall ship dock lie far away from where the ship museum was.',
      }),
    )
    const real = madeUp('real', { title: 'Real even', text: 'It was a tall ship museum.' })
    let desk: Desk
    beforeAll(async () => {
      desk = await openDesk(underTest, [...decoys, real])
    }, 60_000)
    afterAll(() => desk.close())

    const phrase = '"tall ship museum"'
    const broad = [
      ['a phrase', phrase, phrase],
      ['NEAR', 'tall NEAR/1 museum', 'tall NEAR/1 museum'],
      ['a phrase as it is written', '"=tall ship museum"', 'tall ship museum'],
      ['a phrase beside other words', `${phrase} OR title:zeppelin`, phrase],
    ] as const

    it.each(broad)('are found with an upper bound, saying why: %s', async (_, typed, named) => {
      const { total, capability } = await desk.ask(typed)
      expect([total, capability.bound]).toEqual([mostCompared + 1, 'at most'])
      expect(JSON.stringify(capability)).toContain(named.replaceAll('"', ''))
    })

    it('are not excluded, so that the total stays an upper bound', async () => {
      const answer = await desk.ask(`-${phrase}`)
      expect(answer.total).toBeGreaterThanOrEqual(mostCompared)
      expect(answer.capability.bound).toBe('at most')
    })

    it.each([
      [`${phrase} title:even`, ['real']],
      [`title:real OR (${phrase} title:even)`, ['real']],
      [`title:real -(${phrase} OR title:zeppelin)`, []],
    ])(
      'are found exactly when the rest of the query leaves few enough: %s',
      async (typed, found) => {
        const answer = await desk.ask(typed)
        expectFound(desk, answer, found)
        expect(answer.capability).toEqual({ bound: 'exact' })
      },
    )

    it('are exact in an export, which compares every article', async () => {
      const titles: string[] = []
      for await (const { title } of desk.engine().scan(requestFor(phrase, {}))) titles.push(title)
      expect(titles).toEqual(['Real even'])
    })
  })
}
