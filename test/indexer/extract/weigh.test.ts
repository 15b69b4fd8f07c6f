import { describe, expect, it } from '@jest/globals'
import { extractFacets } from '../../../indexer/extract/extract.ts'
import { loadLists } from '../../../indexer/extract/lists.ts'

const lists = loadLists()

function facetsOf(text: string) {
  return extractFacets({ title: '', text, outlet: '', url: '' }, lists).facets
}

function namesOf(values: readonly { name: string }[]): string[] {
  return values.map(({ name }) => name)
}

describe('people that no rule knows', () => {
  const told =
    'The engineers met Zorvek Kelbrecht and his brother at the gate. Kelbrecht left without a word, and nobody ' +
    'asked Kelbrecht why.'

  it('are found by the tagger, which says so', () => {
    const [person] = facetsOf(told).people
    expect(person?.name).toBe('Zorvek Kelbrecht')
    expect(person?.rule).toMatch(/^tagger: person, \d+ %$/)
  })

  it('are linked by their surnames alone', () => {
    expect(facetsOf(told).people[0]?.evidence).toHaveLength(3)
  })

  it.each([
    [
      'an everyday word and another',
      'The lawyers of Crimson Tide met with the judge on Monday.',
      [],
    ],
    ['a listed man and a word', 'According to Putin Admin, the men came home.', ['Vladimir Putin']],
  ])('are not %s', (_, text, people) => {
    expect(namesOf(facetsOf(text).people)).toEqual(people)
  })
})

describe('names that a rule took for people', () => {
  it('are dropped where the tagger takes them for something else', () => {
    const text = '“We will not go on as before,” Kelbrecht Records wrote on Monday.'
    expect(namesOf(facetsOf(text).people)).toEqual([])
  })
})

describe('places that no list knows', () => {
  it('are found after a preposition, and then wherever they stand', () => {
    const text = 'Shells fell in Drumlosk on Monday. Most people had left Drumlosk by then.'
    const [place] = facetsOf(text).places
    expect(place?.name).toBe('Drumlosk')
    expect(place?.rule).toMatch(/^"in" before the name; tagger: place, \d+ %$/)
    expect(place?.evidence).toHaveLength(2)
  })

  it.each([
    ['before a listed one', 'They drove on to Kelvany, Ukraine, before dark.', 'Kelvany'],
    [
      'with a word such as Valley',
      'He was born near the Drumlosk Valley in 1961.',
      'Drumlosk Valley',
    ],
    ['of a kind that stands before it', 'They fled the town of Vishgorost at night.', 'Vishgorost'],
  ])('are found %s', (_, text, name) => {
    expect(namesOf(facetsOf(text).places)).toContain(name)
  })

  it.each([
    ['behind "St."', 'They spent a week in St. Drumlosk, Ukraine, and left.'],
    ['glued to another word', 'The games in PyeongChang, Ukraine, went on that year.'],
  ])('are not parts of names, such as what stands %s', (_, text) => {
    expect(namesOf(facetsOf(text).places)).toEqual(['Ukraine'])
  })

  it('are not everyday words after a preposition', () => {
    expect(namesOf(facetsOf('He was born in Mission and died in 1961.').places)).toEqual([])
  })
})

describe('listed places that are somebody’s name', () => {
  it('are dropped where the tagger takes every mention for a person', () => {
    const text =
      'The acting secretary, Mr. Chad Wolfendale, resigned. “I am tired,” Chad Wolfendale said.'
    expect(namesOf(facetsOf(text).places)).toEqual([])
  })

  it('stay where the article means the place', () => {
    expect(namesOf(facetsOf('Troops crossed the border from Chad into Niger.').places)).toContain(
      'Chad',
    )
  })
})
