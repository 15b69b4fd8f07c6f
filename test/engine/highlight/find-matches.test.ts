import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { byFacet } from '../../../engine/by-facet.ts'
import type { FacetName, FacetValue } from '../../../engine/article.ts'
import { finderOf } from '../../../engine/highlight/find-matches.ts'
import type { Alternative, Plan } from '../../../engine/query/plan.ts'
import { analyse } from '../../../engine/text/analyse.ts'
import { and, any, articleOf, marked, near, not, or, planOf, prefix, words } from './marked.ts'

const value = (id: string, name: string, text: string, broader: string[] = []): FacetValue => ({
  id,
  name,
  evidence: text.includes(name)
    ? [
        {
          field: 'text',
          start: text.indexOf(name),
          end: text.indexOf(name) + name.length,
        },
      ]
    : [],
  rule: 'list',
  broader: broader.map((each) => ({ id: each, name: each })),
})

const withFacet = (text: string, facet: FacetName, ...values: FacetValue[]) =>
  articleOf(text, { facets: { ...byFacet(() => []), [facet]: values } })

describe('words and phrases', () => {
  it.each([
    ['delivery', 'Deliveries of missiles; one delivery.', ['Deliveries', 'delivery']],
    ['S-300', 'S300, S‑300s and S-400', ['S300', 'S‑300s']],
    [
      '"air defence"',
      'Air-defence and air defence, not defence in the air',
      ['Air-defence', 'air defence'],
    ],
    ['iran -syria', 'Iran and Syria', ['Iran']],
    ['air "air defence"', 'air defence in the air', ['air defence', 'air']],
    ['outlet:iran', 'Iran', []],
    ['title:iran', 'Iran', []],
  ])('%s in “%s”', (query, text, found) => {
    expect(marked(planOf(query), articleOf(text))).toEqual(found)
  })

  it('marks a word asked for in the title only there', () => {
    const article = articleOf('Iran spoke.', { title: 'Talks with Iran' })
    const { title, text } = finderOf(planOf('title:iran')).find(article)
    expect(title.map(({ start, end }) => article.title.slice(start, end))).toEqual(['Iran'])
    expect(text).toEqual([])
  })

  it('marks each word of overlapping phrases once', () => {
    const plan = and(words('air defence'), words('defence missile base'))
    expect(marked(plan, articleOf('The air defence missile base.'))).toEqual([
      'air defence',
      'missile base',
    ])
  })

  it('marks every alternative', () => {
    const plan = words('long-overdue', any('longoverdue'))
    expect(marked(plan, articleOf('Long overdue, or longoverdue.'))).toEqual([
      'Long overdue',
      'longoverdue',
    ])
  })

  it('marks exactly spelled words only where they are written so', () => {
    const exact: Plan = {
      kind: 'words',
      typed: 'delivery',
      field: undefined,
      alternatives: [{ ...any('delivery'), forms: analyse('delivery').forms }],
    }
    expect(marked(exact, articleOf('Deliveries, a Delivery, delivery’s end'))).toEqual([
      'Delivery',
      'delivery',
    ])
  })

  it('marks the beginnings asked for, and the terms that stand for them', () => {
    expect(
      marked(prefix('deliver', 'hand'), articleOf('Delivered by hand; deliveries; livery')),
    ).toEqual(['Delivered', 'hand', 'deliveries'])
  })
})

describe('alternatives of an entity', () => {
  const dehghan: Alternative = {
    ...any('Dehghan', 'Hossein Dehghan'),
    among: { facet: 'people', ids: ['hossein-dehghan'] },
  }
  const plan = words('Dehqan', dehghan)
  const text = 'Dehghan met Dehqan.'

  it('are marked in articles that carry it', () => {
    const article = withFacet(text, 'people', value('hossein-dehghan', 'Dehghan', text))
    expect(marked(plan, article)).toEqual(['Dehghan', 'Dehqan'])
  })

  it('are marked where the article has a value below it', () => {
    const below = value('general-d', 'Dehghan', text, ['hossein-dehghan'])
    expect(marked(plan, withFacet(text, 'people', below))).toEqual(['Dehghan', 'Dehqan'])
  })

  it('are not marked in other articles', () => {
    expect(marked(plan, articleOf(text))).toEqual(['Dehqan'])
    expect(marked(plan, withFacet(text, 'people', value('ali-dehghan', 'Dehghan', text)))).toEqual([
      'Dehqan',
    ])
  })
})

describe('another name that is also ordinary words', () => {
  const theTimes: Alternative = {
    ...any('The Times', 'The New York Times'),
    among: { facet: 'cites', ids: ['nyt'] },
  }
  const plan = words('NYT', theTimes)
  const cites = (text: string, ...evidence: string[]) =>
    withFacet(text, 'cites', ...evidence.map((each) => value('nyt', each, text)))

  it('is marked only where the article names the entity', () => {
    const text = 'By the time it was known, The Times had asked. The timing helped.'
    expect(marked(plan, cites(text, 'The Times'))).toEqual(['The Times'])
  })

  it('takes no mark from a typed word that it overlaps', () => {
    const text = 'In the times of old, The Times wrote.'
    expect(marked(words('times', theTimes), cites(text, 'The Times'))).toEqual([
      'times',
      'The Times',
    ])
  })

  it('gives way to evidence with one of its words where it is nowhere evidence, or else to the first', () => {
    const text = 'By the time NYTimes asked, the New York Times knew, says the N.Y. paper.'
    expect(marked(plan, cites(text, 'NYTimes', 'New York Times'))).toEqual(['New York Times'])
    expect(marked(plan, cites(text, 'NYTimes', 'N.Y. paper'))).toEqual(['NYTimes'])
  })

  it('has no mark where there is no evidence either', () => {
    expect(marked(plan, cites('By the time it was known.', 'NYTimes'))).toEqual([])
  })

  it('stands near others where it is, but is not marked there', () => {
    const plan: Plan = {
      kind: 'near',
      typed: 'NYT NEAR/1 known',
      field: undefined,
      distance: 1,
      operands: [[any('NYT'), theTimes], [any('known')]],
    }
    const text = 'In the time known to all readers of The Times.'
    expect(marked(plan, cites(text, 'The Times'))).toEqual(['known'])
  })
})

describe('values', () => {
  const text = 'The S-300PMU-2 reached Isfahan.'
  const asked = (facet: FacetName, ...ids: string[]): Plan => ({ kind: 'values', facet, ids })

  it('are marked by their evidence and that of the values below them', () => {
    const article = withFacet(text, 'weapons', value('s-300pmu-2', 'S-300PMU-2', text, ['s-300']))
    expect(marked(asked('weapons', 's-300'), article)).toEqual(['S-300PMU-2'])
    expect(marked(asked('weapons', 's-400'), article)).toEqual([])
    expect(marked(asked('places', 's-300'), article)).toEqual([])
  })

  it('give way to a longer match that begins with them', () => {
    const article = withFacet(text, 'places', value('isfahan', 'Isfahan', text))
    expect(marked(and(asked('places', 'isfahan'), words('reached isfahan')), article)).toEqual([
      'reached Isfahan',
    ])
  })
})

describe('AND, OR and NOT', () => {
  const text = 'Iran and Syria spoke of a deal.'

  it.each<[string, Plan, string[]]>([
    ['every branch that matches', or(words('iran'), words('deal')), ['Iran', 'deal']],
    [
      'no word of a branch that does not match',
      or(and(words('iran'), words('missile')), words('deal')),
      ['deal'],
    ],
    [
      'no branch that its exclusion rules out',
      or(and(words('iran'), not(words('syria'))), words('deal')),
      ['deal'],
    ],
    ['nothing excluded', and(words('iran'), not(words('missile'))), ['Iran']],
    ['what is excluded twice', not(not(words('iran'))), ['Iran']],
    [
      'what an exclusion spares',
      not(and(words('iran'), not(words('deal')), not(words('missile')))),
      ['deal'],
    ],
    ['nothing for a list of dates', { kind: 'days', period: { first: 0, last: 20_000 } }, []],
    [
      'branches by date',
      or(and(words('iran'), { kind: 'days', period: { first: 0, last: 10 } }), words('deal')),
      ['deal'],
    ],
    [
      'branches by language',
      or(and(words('iran'), { kind: 'language', tag: 'en' }), words('missile')),
      ['Iran'],
    ],
  ])('mark %s', (_, plan, found) => {
    expect(marked(plan, articleOf(text))).toEqual(found)
  })
})

describe('NEAR', () => {
  it.each<[string, Plan, string, string[]]>([
    [
      'only where the operands stand near each other',
      near(2, ['iran'], ['deal']),
      'Iran spoke to nobody of the one deal. A deal for Iran.',
      ['deal', 'Iran'],
    ],
    ['up to its distance', near(2, ['iran'], ['deal']), 'Iran and a deal', ['Iran', 'deal']],
    ['not beyond it', near(1, ['iran'], ['deal']), 'Iran and a deal', []],
    [
      'from the end of a phrase',
      near(0, ['air defence'], ['deal']),
      'air defence deal',
      ['air defence', 'deal'],
    ],
    [
      'all of three operands',
      near(3, ['iran'], ['deal'], ['oil']),
      'oil and Iran deal, then Iran deal without more',
      ['oil', 'Iran', 'deal'],
    ],
    [
      'any of an operand that is a choice',
      near(1, ['iran', 'syria'], ['deal']),
      'Iran deal. Nothing else was in the papers. A deal of Syria. Iran.',
      ['Iran', 'deal', 'deal', 'Syria'],
    ],
  ])('marks %s', (_, plan, text, found) => {
    expect(marked(plan, articleOf(text))).toEqual(found)
  })

  it('does not reach from title to text', () => {
    const article = articleOf('deal', { title: 'Iran' })
    expect(finderOf(near(5, ['iran'], ['deal'])).find(article)).toEqual({ title: [], text: [] })
  })

  it('keeps what a naive reading of its definition keeps', () => {
    const tokens = fc.array(fc.constantFrom('a', 'b', 'c', 'x'), { maxLength: 14 })
    fc.assert(
      fc.property(tokens, fc.nat(3), (written, distance) => {
        const starts = (...names: string[]) =>
          written.flatMap((name, at) => (names.includes(name) ? [at] : []))
        const triples = starts('a').flatMap((a) =>
          starts('b').flatMap((b) => starts('c', 'x').map((c) => [a, b, c])),
        )
        const near3 = triples.filter((triple) =>
          triple.every((at) => Math.max(...triple) - (at + 1) <= distance),
        )
        const kept = new Set(near3.flat())
        const text = written.join(' ')
        const { text: found } = finderOf(near(distance, ['a'], ['b'], ['c', 'x'])).find(
          articleOf(text),
        )
        expect(found.map(({ start }) => start / 2)).toEqual([...kept].sort((a, b) => a - b))
      }),
    )
  })
})

describe('texts of megabytes', () => {
  const long = 'Iran and a deal of missiles in the air.\n'.repeat(20_000)

  it('are read in steps between which others run, with the same result', async () => {
    const article = articleOf(long)
    const finder = finderOf(and(words('iran'), near(3, ['deal'], ['air', 'missile'])))
    let turns = 0
    const others = setInterval(() => turns++, 0)
    const { text } = await finder.findPatiently(article)
    clearInterval(others)
    expect(turns).toBeGreaterThan(2)
    expect(text).toHaveLength(79_999)
    expect(String(text.map(({ start }) => start))).toBe(
      String(finder.find(article).text.map(({ start }) => start)),
    )
  })

  const ofLengths = (...lengths: number[]) => or(...lengths.map((each) => words('a '.repeat(each))))

  it.each<[string, Plan, number]>([
    ['a word', words('a'), 250_000],
    ['a phrase that never ends', words(`${'a '.repeat(300)}b`), 0],
    ['NEAR of the word with itself', near(50, ['a'], ['a', 'a a'], ['a']), 249_999],
    [
      'many alternatives',
      words('a b', ...Array.from({ length: 63 }, (_, i) => any(`a ${'a '.repeat(i)}b`))),
      0,
    ],
    ['branches of other lengths', ofLengths(1, 2, 4, 8, 16), 15_625],
  ])('of one word are read to the end for %s', (_, plan, count) => {
    const { text } = finderOf(plan).find(articleOf('a '.repeat(250_000)))
    expect(text).toHaveLength(count)
  })
})
