import { describe, expect, it } from '@jest/globals'
import { extractFacets } from '../../../indexer/extract/extract.ts'
import { loadLists } from '../../../indexer/extract/lists.ts'

const lists = loadLists()

function namesOf(text: string): string[] {
  const article = { title: '', text, outlet: '', url: '' }
  return extractFacets(article, lists)
    .facets.people.map((value) => value.name)
    .sort()
}

describe('people', () => {
  const none: [string, string, string[]][] = [
    ['a photographer glued to a name', 'Barack ObamaREUTERS/Anna Lind speaks.', ['Barack Obama']],
    ['a photographer in brackets', 'Angela Merkel waves (AP Photo/Anna Lind).', ['Angela Merkel']],
    ['a town before a full name', 'Men from Jackson and Anna Manning sat.', ['Anna Manning']],
    ['an airport called after one', 'They landed at Bush Intercontinental.', []],
    ['brigades called after one', 'The Imam Ali Brigades fought on.', []],
  ]
  it.each(none)('are not made of %s', (_, text, names) => {
    expect(namesOf(text)).toEqual(names)
  })

  const spelt: [string, string, string][] = [
    ['Xi Jingping', 'Xi Jingping spoke.', 'Xi Jinping'],
    ['Ismail Qaani', 'Ismail Qaani left.', 'Esmail Qaani'],
    ['Abu Mazen', 'Abu Mazen left.', 'Mahmoud Abbas'],
    ['Chemical Ali', 'Chemical Ali was hanged.', 'Ali Hassan al-Majid'],
    ['John Huntsman Jr.', 'John Huntsman Jr. left.', 'Jon Huntsman Jr.'],
    ['a baker', 'Mohammed Omar, a baker, was hurt.', 'Mohammed Omar'],
  ]
  it.each(spelt)('are known as %s', (_, text, name) => {
    expect(namesOf(text)).toEqual([name])
  })
})

it('finds everybody who is known by a surname in a headline', () => {
  const article = {
    title: 'Assad Visits Sochi As Rouhani Calls Putin',
    text: '',
    outlet: '',
    url: '',
  }
  const names = extractFacets(article, lists).facets.people.map((value) => value.name)
  expect(names.sort()).toEqual(['Bashar al-Assad', 'Hassan Rouhani', 'Vladimir Putin'])
})
