import { describe, expect, it } from '@jest/globals'
import { seeded } from '../../bench/seeded.ts'
import { takeApart, vary, type Original } from '../../bench/vary.ts'
import { facetNames, type Article, type FacetName } from '../../engine/article.ts'
import { withoutDates } from '../without-dates.ts'

/** An article whose names in braces are evidence: `{people:Lavrov}`. */
function article(title: string, marked: string): Article {
  const found: Record<FacetName, Article['facets'][FacetName][number][]> = {
    people: [],
    places: [],
    weapons: [],
    outlet: [{ id: 'desk', name: 'Desk', evidence: [], rule: 'metadata', broader: [] }],
    cites: [],
  }
  let text = ''
  for (const piece of marked.split(/(\{[a-z]+:[^}]+\})/)) {
    const [, facet = '', name = ''] = /^\{([a-z]+):([^}]+)\}$/.exec(piece) ?? []
    const known = facetNames.find((candidate) => candidate === facet)
    if (known) {
      const evidence = [
        { field: 'text', start: text.length, end: text.length + name.length },
      ] as const
      found[known].push({ id: name.toLowerCase(), name, evidence, rule: 'test', broader: [] })
    }
    text += known ? name : piece
  }
  return {
    title,
    outlet: 'Desk',
    published: '2016-04-11',
    url: 'https://example.org/a',
    authors: [],
    text,
    language: '',
    ...withoutDates,
    facets: found,
  }
}

const originals: Original[] = [
  article(
    'Talks',
    'Minister {people:Lavrov} flew to {places:Tehran}. He signed nothing. The {weapons:S-300} stays at home. Reporters waited. Nobody spoke.',
  ),
  article(
    'Storm',
    'A storm hit {places:Lisbon}. Boats stayed in port. {people:Costa} thanked the crews. Roads were closed.',
  ),
  article(
    'Trial',
    'The judge read the verdict. {cites:Lusa} reported it first. {places:Porto} was calm.',
  ),
].map(takeApart)

function copy(number: number): Article {
  const original = originals[number % originals.length]
  if (!original) throw new Error('There are three originals.')
  return vary(original, originals, number, seeded(number))
}

const numbers = Array.from({ length: 300 }, (_, i) => i)

describe('a copy with changes', () => {
  it.each(['people', 'places', 'weapons', 'cites'] as const)(
    'proves each of its %s with the words of its own text',
    (facet) => {
      const proofs = numbers.flatMap((number) => {
        const made = copy(number)
        return made.facets[facet].flatMap(({ name, evidence }) =>
          evidence.map(({ field, start, end }) => [name, made[field].slice(start, end)]),
        )
      })
      expect(proofs.length).toBeGreaterThan(50)
      expect(proofs.filter(([name, proof]) => name !== proof)).toEqual([])
    },
  )

  it('has no value, but its outlet, without evidence', () => {
    const bare = numbers.flatMap((number) => {
      const { people, places, weapons, cites } = copy(number).facets
      return [...people, ...places, ...weapons, ...cites].filter(
        ({ evidence }) => evidence.length === 0,
      )
    })
    expect(bare).toEqual([])
  })

  it('is another one for every number, and the same for one', () => {
    expect(new Set(numbers.map((number) => copy(number).text)).size).toBe(numbers.length)
    expect(copy(7)).toEqual(copy(7))
  })

  it('brings words that no original has, ever fewer new ones as the archive grows', () => {
    const known = new Set(originals.flatMap(({ article: { text } }) => text.match(/\w+/g) ?? []))
    const news = numbers.map((number) => {
      const fresh = (copy(number).text.match(/\w+/g) ?? []).filter((word) => !known.has(word))
      for (const word of fresh) known.add(word)
      return fresh.length
    })
    const sum = (list: readonly number[]) => list.reduce((all, n) => all + n, 0)
    expect(sum(news)).toBeGreaterThan(300)
    expect(sum(news.slice(0, 100))).toBeGreaterThan(sum(news.slice(200)))
  })

  it('keeps the form of a date', () => {
    expect(copy(3).published).toMatch(/^201[567]-\d\d-\d\d$/)
  })
})
