import { describe, expect, it } from '@jest/globals'
import { loadLists } from '../../indexer/extract/lists.ts'
import { makeArticle } from '../../indexer/make-article.ts'
import type { Draft } from '../../indexer/read/draft.ts'

const lists = loadLists()
const make = (draft: Partial<Draft>) =>
  makeArticle(
    {
      title: 'Ferry sails again',
      outlet: 'Harbour Courier',
      published: [],
      url: '',
      authors: [],
      text: 'Talks in Moscow resumed.',
      language: '',
      givenId: '',
      ...draft,
    },
    { lists, today: '2024-03-10' },
  ).article

describe('an article', () => {
  it('in another language says so and has an outlet but no other facets', () => {
    const text =
      'Der Bürgermeister von Moscow teilte mit, dass die Fähre am Mittwoch wieder fährt und dass Reuters darüber berichtet.'
    const article = make({ text, language: 'en' })
    expect(article.language).toBe('de')
    expect(article.facets).toEqual({
      people: [],
      places: [],
      weapons: [],
      cites: [],
      outlet: [expect.objectContaining({ name: 'Harbour Courier' })],
    })
  })

  it('names dates, seen from the day on which it was published', () => {
    const text = 'The ferry sank on Monday and the crew was told of it in the year 2010 by letter.'
    const datesOf = (published: string) =>
      make({ text, published: [published] }).datesMentioned.map(({ date }) => date)
    expect(datesOf('2016-04-27')).toEqual(['2016-04-25', '2010'])
    expect(datesOf('')).toEqual(['2010'])
  })

  it('of unknown language has facets', () => {
    expect(make({}).language).toBe('')
    expect(make({}).facets.places.map(({ name }) => name)).toEqual(['Moscow'])
  })

  it('is dated by the line that cleaning takes out', () => {
    const text = 'Published April 27, 2016\nThe ferry sailed again and nobody was hurt.'
    expect(make({ text })).toMatchObject({
      published: '2016-04-27',
      dating: { from: 'byline', sureness: 'likely' },
    })
  })

  it('is not dated by the line that tells of a change', () => {
    const text = 'Updated April 27, 2016\nThe ferry sailed again and nobody was hurt.'
    expect(make({ text }).published).toBe('')
  })

  it('is dated by metadata in the order of its region', () => {
    const dated = (language: string) => make({ published: ['3/4/2016'], language }).published
    expect([dated('en-GB'), dated('en-US')]).toEqual(['2016-04-03', '2016-03-04'])
  })
})
