import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { mostValuesPerFacet } from '../../../engine/meilisearch/index-settings.ts'
import { everything, type FacetValuesRequest } from '../../../engine/search-engine.ts'
import { madeUp, type Value } from '../contract-archive.ts'
import { openDesk, requestFor, type Desk } from '../contract-desk.ts'
import { describeOnServer } from './real-server.ts'

describeOnServer(({ underTest }) => {
  const articles = 60
  const perArticle = 50
  /** Everybody stands in one article but Ada, who stands in all, and has no other article than the last to herself. */
  const person = (article: number, i: number): Value => [
    `person-${article}-${i}`,
    `Person ${String(article)}x${i}`,
  ]
  const people = (article: number) =>
    Array.from({ length: perArticle }, (_, i) => person(article, i))
  const archive = Array.from({ length: articles }, (_, article) =>
    madeUp(`article-${article}`, {
      title: `Number ${article}`,
      text: article % 2 === 0 ? 'Even numbers.' : 'Odd numbers.',
      people: [['ada', 'Ada'], ...people(article)],
      broader: Object.fromEntries(
        people(article)
          .slice(0, 1)
          .map(([id]) => [id, [['first', 'First of an article']]]),
      ),
    }),
  )
  const values = articles * perArticle + 2

  describe('a facet with more values than Meilisearch lists', () => {
    let desk: Desk
    beforeAll(async () => {
      desk = await openDesk(underTest, [
        ...archive,
        madeUp('nobody', { title: 'Empty', text: 'Nobody is named.' }),
      ])
    }, 60_000)
    afterAll(() => desk.close())

    const inside = (asked: Partial<FacetValuesRequest>) =>
      desk.engine().facetValues({
        search: everything,
        facet: 'people',
        text: '',
        below: '',
        order: 'count',
        offset: 0,
        limit: 3,
        ...asked,
      })

    it('is counted whole, in parts', async () => {
      expect(values).toBeGreaterThan(mostValuesPerFacet)
      const answer = await inside({})
      expect([answer.total, answer.capability]).toEqual([values + 1, { bound: 'exact' }])
      expect(answer.values.slice(0, 2).map(({ id, count }) => [id, count])).toEqual([
        ['ada', articles],
        ['first', articles],
      ])
    })

    it('is counted whole among the articles of a search', async () => {
      const answer = await inside({ search: requestFor('even', {}) })
      expect(answer.total).toBe((articles / 2) * perArticle + 2)
    })

    it.each([
      ['59x49', ['person-59-49 1']],
      ['person 7x1', ['person-7-1 1', 'person-7-10 1', 'person-7-11 1']],
      ['ada', ['ada 60']],
      ['zebedee', []],
    ])('finds rare values by their names: %s', async (text, found) => {
      const answer = await inside({ text })
      expect(answer.values.map(({ id, count }) => `${id} ${count}`)).toEqual(found)
    })

    it('counts those below another', async () => {
      const answer = await inside({ below: 'first', order: 'name' })
      expect([answer.total, answer.values[0]?.id]).toEqual([articles, 'person-0-0'])
    })

    it('lists a chosen value, an excluded one and articles without any, however rare they are', async () => {
      const filters = { people: { include: ['person-3-3'], exclude: ['person-4-4'] } }
      const { facets } = await desk.ask('', { filters, facetSize: 1 })
      expect(facets.people.map(({ id, count }) => `${id} ${count}`)).toEqual([
        `ada ${articles - 1}`,
        'person-3-3 1',
        'person-4-4 0',
        '[none] 1',
      ])
    })
  })
})
