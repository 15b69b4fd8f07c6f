import { describe, expect, it } from '@jest/globals'
import { headlineOf, type Headlines } from '../../../../indexer/read/html/headline.ts'

const none: Headlines = { linked: [], shared: [], headings: [], page: '', outlets: [] }
const title = 'Border talks end without a date'

describe('a headline', () => {
  it.each<[string, Partial<Headlines>]>([
    ['is what machines are told', { linked: [title], headings: ['Talks end'] }],
    [
      'is without the outlet behind it',
      { page: `${title} | The Gazette`, outlets: ['The Gazette'] },
    ],
    [
      'is without the outlet before it',
      { page: `The Gazette: ${title}`, outlets: ['The Gazette'] },
    ],
    ['is without a section put to it', { linked: [title], shared: [`${title} - World`] }],
    ['is without a kicker put to it', { linked: [`Frontier: ${title}`], shared: [title] }],
    [
      'is the one that others and readers are told',
      { linked: ['Talks: no date'], shared: [title], headings: [title] },
    ],
    ['is not what was cut off', { linked: ['Border talks end with…'], shared: [title] }],
    [
      'is not the name of the outlet',
      { linked: ['The Gazette'], headings: [title], outlets: ['The Gazette'] },
    ],
    ['is not the heading of a log-in', { headings: ['Log in', title, 'Comments'] }],
    [
      'is the heading that the page is called after',
      { headings: ['The voice of the valley', title], page: `${title} - Gazette` },
    ],
    ['is one line', { headings: ['Border talks\n   end without a date'] }],
  ])('%s', (_, given) => {
    expect(headlineOf({ ...none, ...given })).toBe(title)
  })

  it('keeps what is printed in other quotation marks as machines are told it', () => {
    const given = { ...none, linked: ['A ‘frank’ exchange'], shared: ["A 'frank' exchange"] }
    expect(headlineOf({ ...given, headings: given.shared })).toBe('A ‘frank’ exchange')
  })

  it('is missing where the page names none', () => {
    expect(headlineOf(none)).toBe('')
  })
})
