import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { ExtractedValues } from '../../../engine/archive/extracted-values.ts'
import type { ValueKey } from '../../../engine/archive/extracted.ts'
import { findMerges, type Settled } from '../../../indexer/canonical/find-merges.ts'
import { lists } from '../test-desk.ts'

const nothing: Settled = { former: [], own: new Set() }

/** Articles by their values: people by their ids, places behind `in:`. */
function extracted(articles: readonly string[]): ExtractedValues {
  const numbers = new Map<string, number>()
  const values: ValueKey[] = []
  const numbered = articles.map((article) =>
    article.split(' ').map((name) => {
      const known = numbers.get(name)
      if (known !== undefined) return known
      const isPlace = name.startsWith('in:')
      values.push(isPlace ? { facet: 'places', id: name.slice(3) } : { facet: 'people', id: name })
      numbers.set(name, values.length - 1)
      return values.length - 1
    }),
  )
  return { values, articles: numbered }
}

/** Which values are joined with which, as `id → into`. */
function joined(articles: readonly string[], settled = nothing): string[] {
  return findMerges(extracted(articles), lists, settled).map(({ id, into }) => `${id} → ${into}`)
}

const dehghanTwice = ['jamshid-dehghan in:iran in:isfahan', 'jamshid-dehghan in:iran in:qom']
const dehqan = 'jamshid-dehqan in:iran in:isfahan'

describe('the people of an archive', () => {
  it('are one where the same first name, another transliteration and the company agree', () => {
    expect(joined([...dehghanTwice, dehqan])).toEqual(['jamshid-dehqan → jamshid-dehghan'])
  })

  it('are two where nothing but the name speaks for one', () => {
    expect(joined([...dehghanTwice, 'jamshid-dehqan in:brazil'])).toEqual([])
  })

  it.each([
    ['different first names', 'ali-khamenaj in:iran in:qom', 'reza-khamenaj in:iran in:qom'],
    [
      'surnames that only sound alike',
      'ruho-khamenej in:iran in:qom',
      'ruho-khomeinaj in:iran in:qom',
    ],
    [
      'different initials',
      'gerald-h-w-busk in:texas in:austin',
      'gerald-w-busk in:texas in:austin',
    ],
    [
      'a junior and a senior',
      'arno-delbrook-jr in:ohio in:akron',
      'arno-delbrook-sr in:ohio in:akron',
    ],
    [
      'one surname, two first names for which one is short',
      'dick-orvell in:ohio in:akron',
      'rick-orvell in:ohio in:akron',
    ],
    [
      'a father whom the name of his son tells',
      'tariq-al-delbruk in:iraq in:basra',
      'hassan-bin-tariq-al-delbruk in:iraq in:basra',
    ],
    [
      'Korean names with one word in common',
      'kim-jong-nak in:seoul in:busan',
      'kim-min-nak in:seoul in:busan',
    ],
  ])('are two with %s', (_, one, other) => {
    expect(joined([one, other, one])).toEqual([])
  })

  it.each([
    ['a middle initial', 'arno-delbrook in:ohio in:akron', 'arno-q-delbrook in:ohio in:akron'],
    ['a short first name', 'william-delbrook in:ohio in:akron', 'bill-delbrook in:ohio in:akron'],
    ['an article', 'tariq-al-delbruk in:iraq in:basra', 'tariq-delbruk in:iraq in:basra'],
    [
      'a word more in front',
      'hassan-tariq-delbruk in:iraq in:basra',
      'tariq-delbruk in:iraq in:basra in:mosul',
    ],
    [
      'initials with a space between',
      'jd-delbrook in:ohio in:akron',
      'j-d-delbrook in:ohio in:akron',
    ],
  ])('are one with or without %s', (_, one, other) => {
    expect(joined([one, other, one])).toHaveLength(1)
  })

  it('are two where an article has both', () => {
    const both = 'jamshid-dehghan jamshid-dehqan in:iran'
    expect(joined([...dehghanTwice, dehqan, both])).toEqual([])
  })

  it('are two under a name that many people have', () => {
    const others = Array.from({ length: 400 }, (_, i) => `mohammed-x${i}a ali${i}-hussein`)
    const two = ['mohammed-hussein in:iraq', 'muhammad-hussein in:iraq']
    expect(joined([...others, ...two])).toEqual([])
  })

  it('are not joined with either of two whom a name may mean', () => {
    const names = ['gerald-busk', 'gerald-h-busk', 'gerald-w-busk']
    expect(joined(names.map((name) => `${name} in:texas in:austin`))).toEqual([])
  })

  it('are joined with a listed person under the listed id, however seldom that is named', () => {
    const wrong = 'sergueï-lavrow'.replace('ï', 'i')
    const articles = [`${wrong} in:russia in:moscow`, `${wrong} in:russia in:moscow`]
    expect(joined([...articles, 'sergei-lavrov in:russia in:moscow'])).toEqual([
      `${wrong} → sergei-lavrov`,
    ])
  })

  it('keep an id that a correction names', () => {
    const settled = { former: [], own: new Set(['jamshid-dehqan']) }
    expect(joined([...dehghanTwice, dehqan], settled)).toEqual(['jamshid-dehghan → jamshid-dehqan'])
    const apart = { former: [], own: new Set(['jamshid-dehqan', 'jamshid-dehghan']) }
    expect(joined([...dehghanTwice, dehqan], apart)).toEqual([])
  })

  it('keep the id that they were joined under when another name becomes more common', () => {
    const former = [{ facet: 'people' as const, id: 'jamshid-dehghan', into: 'jamshid-dehqan' }]
    expect(joined([...dehghanTwice, dehqan], { former, own: new Set() })).toEqual([
      'jamshid-dehghan → jamshid-dehqan',
    ])
  })

  it('stay one when the archive comes to know more people of such names, and were not joined then', () => {
    const pair = [
      'william-delbrook in:ohio in:akron in:dayton',
      'bill-delbrook in:ohio in:akron in:toledo',
    ]
    const family = Array.from('bdlmnpr').flatMap((a) =>
      Array.from('bdlmnpr', (b) => `${a}o${b}us-delbrook in:ohio in:akron`),
    )
    const former = findMerges(extracted(pair), lists, nothing)
    expect(former).toHaveLength(1)
    expect(joined([...pair, ...family])).toEqual([])
    expect(joined([...pair, ...family], { former, own: new Set() })).toHaveLength(1)
  })

  it('part when one of them may as well be a third, who is not the other', () => {
    const pair = ['gerald-busk in:texas in:austin', 'gerald-h-busk in:texas in:austin']
    const former = [{ facet: 'people' as const, id: 'gerald-h-busk', into: 'gerald-busk' }]
    const third = 'gerald-w-busk in:texas in:austin'
    expect(joined([...pair, third], { former, own: new Set() })).toEqual([])
  })

  it('keep that id when no article has it any more', () => {
    const former = [{ facet: 'people' as const, id: 'jamshid-dehghan', into: 'jamshid-dehqan' }]
    expect(joined(dehghanTwice, { former, own: new Set() })).toEqual([
      'jamshid-dehghan → jamshid-dehqan',
    ])
  })

  it('are led to from a name that no article has any more, without a chain', () => {
    const former = [
      { facet: 'people' as const, id: 'jamshid-dehgan', into: 'jamshid-dehqan' },
      { facet: 'people' as const, id: 'jamshid-dehqan', into: 'jamshid-dehghan' },
    ]
    expect(joined([...dehghanTwice, dehqan], { former, own: new Set() })).toEqual([
      'jamshid-dehgan → jamshid-dehghan',
      'jamshid-dehqan → jamshid-dehghan',
    ])
  })
})

const first = fc.constantFrom('jamshid', 'hossein', 'hussein', 'bill', 'william', 'arno')
const middle = fc.constantFrom('', 'q-', 'al-', 'w-', 'hassan-')
const last = fc.constantFrom(
  'dehghan',
  'dehqan',
  'dehgan',
  'delbrook',
  'delbruk',
  'busk',
  'busk-jr',
)
const person = fc.tuple(first, middle, last).map(([a, b, c]) => `${a}-${b}${c}`)
const place = fc.constantFrom('iran', 'isfahan', 'ohio', 'akron').map((name) => `in:${name}`)
const article = fc
  .tuple(fc.uniqueArray(person, { minLength: 1, maxLength: 3 }), fc.uniqueArray(place))
  .map(([people, places]) => [...people, ...places].join(' '))
const archive = fc.array(article, { minLength: 2, maxLength: 14 })

/** Who is one with whom, without the ids. */
function groups(merges: ReturnType<typeof findMerges>): string[] {
  const members = Map.groupBy(merges, ({ into }) => into)
  return [...members]
    .map(([into, all]) => [into, ...all.map(({ id }) => id)].sort().join(' '))
    .sort()
}

describe('merges of any archive', () => {
  it('do not depend on the order of the articles', () => {
    fc.assert(
      fc.property(
        archive.chain((articles) =>
          fc.tuple(
            fc.constant(articles),
            fc.shuffledSubarray(articles, { minLength: articles.length }),
          ),
        ),
        ([articles, shuffled]) => {
          expect(joined(shuffled)).toEqual(joined(articles))
        },
      ),
    )
  })

  it('join again what they joined, however often they are asked', () => {
    fc.assert(
      fc.property(archive, fc.nat(), (articles, cut) => {
        const settle = (seen: readonly string[], former: ReturnType<typeof findMerges>) =>
          findMerges(extracted(seen), lists, { former, own: new Set() })
        const before = settle(articles.slice(0, cut % articles.length), [])
        const after = settle(articles, before)
        expect(groups(settle(articles, after))).toEqual(groups(after))
      }),
    )
  })

  it('have no chains and no circles, and come out the same when asked again', () => {
    fc.assert(
      fc.property(archive, (articles) => {
        const merges = findMerges(extracted(articles), lists, nothing)
        const ids = new Set(merges.map(({ id }) => id))
        expect(merges.filter(({ into }) => ids.has(into))).toEqual([])
        expect(findMerges(extracted(articles), lists, { former: merges, own: new Set() })).toEqual(
          merges,
        )
      }),
    )
  })

  it('lead on from every former id, in one step, whatever articles came and went', () => {
    fc.assert(
      fc.property(archive, archive, (before, after) => {
        const former = findMerges(extracted(before), lists, nothing)
        const merges = findMerges(extracted(after), lists, { former, own: new Set() })
        const ids = new Set(merges.map(({ id }) => id))
        const present = new Set(after.flatMap((each) => each.split(' ')))
        expect(former.filter(({ id }) => !ids.has(id) && !present.has(id))).toEqual([])
        expect(merges.filter(({ into }) => ids.has(into))).toEqual([])
      }),
    )
  })
})
