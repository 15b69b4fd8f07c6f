import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { analyse } from '../../../engine/text/analyse.ts'

const terms = (text: string) => analyse(text).terms

describe('designators are one term however they are written', () => {
  it.each([
    ['S-300', 'as the maker writes it'],
    ['S300', 'joined'],
    ['s-300', 'lower case'],
    ['S‑300', 'non-breaking hyphen'],
    ['S–300', 'en dash'],
    ['С-300', 'Cyrillic С'],
    ['S-300s', 'plural'],
    ["S-300's", 'possessive'],
    ['S-\u00ad300', 'soft hyphen'],
  ])('%s, %s', (written) => {
    expect(terms(written)).toEqual(['s-300'])
  })

  it.each([
    ['S-400', 's-400'],
    ['S-3000', 's-3000'],
    ['S-300PMU-2', 's-300pmu2'],
    ['S-300PMU2', 's-300pmu2'],
    ['F-16C', 'f-16c'],
    ['F16', 'f-16'],
    ['МиГ-29', 'mig-29'],
    ['Ту-22М3', 'tu-22m3'],
    ['MiG-29S', 'mig-29s'],
    ['ZSU-23-4', 'zsu-23-4'],
    ['9K720', '9k720'],
  ])('%s is %s', (written, term) => {
    expect(terms(written)).toEqual([term])
  })

  it('leaves ordinary compounds as words', () => {
    expect(terms('S-300-type')).toEqual(['s-300', 'type'])
    expect(terms('anti-S-300')).toEqual(['anti', 's-300'])
    expect(terms('mid-1990s')).toEqual(['mid', '1990s'])
    expect(terms('COVID-19')).toEqual(['covid', '19'])
    expect(terms('top-10')).toEqual(['top', '10'])
  })
})

describe('words', () => {
  it('splits hyphenated words, so that they are found by part and as a phrase', () => {
    expect(terms('long-overdue')).toEqual(terms('long overdue'))
  })

  it('folds accents, compatibility forms and invisible characters', () => {
    expect(terms('Erdoğan Łódź ﬁghter de\u00adliver\u200by')).toEqual(
      terms('Erdogan Lodz fighter delivery'),
    )
  })

  it('drops possessives and joins what an apostrophe joins', () => {
    expect(terms("Iran's Russia’s")).toEqual(['iran', 'russia'])
    expect(terms("O'Brien Ma’rib")).toEqual(['obrien', 'marib'])
  })

  it('keeps U.S. and US apart from us', () => {
    expect(terms('U.S. US')).toEqual(['u.s', 'u.s'])
    expect(terms('us Us')).toEqual(['us', 'us'])
  })

  it('reads U.N. as UN', () => {
    expect(terms('U.N.')).toEqual(terms('UN'))
  })

  it('reads 1,000 as 1000 and keeps decimals whole', () => {
    expect(terms('1,000 1000 3.5')).toEqual(['1000', '1000', '3.5'])
  })

  it('separates at emoji and keeps letters beyond U+FFFF', () => {
    expect(terms('tank😀 rolled 😀 here')).toEqual(['tank', 'roll', 'here'])
    expect(terms('𐍈𐍃 gothic')).toHaveLength(2)
  })

  it('separates sentences that were glued together', () => {
    expect(terms('the deal.Moscow')).toEqual(['the', 'deal', 'moscow'])
  })
})

describe('inflections share a term', () => {
  it.each([
    ['delivery', 'deliveries'],
    ['deliver', 'delivers', 'delivered', 'delivering'],
    ['missile', 'missiles'],
    ['provide', 'provides', 'provided', 'providing'],
    ['make', 'makes', 'making'],
    ['hope', 'hoped', 'hoping'],
    ['plan', 'plans', 'planned', 'planning'],
    ['supply', 'supplies', 'supplied'],
    ['country', 'countries'],
    ['use', 'used', 'using'],
    ['lease', 'leased', 'leasing'],
    ['sign', 'signs', 'signed', 'signing'],
    ['defence', 'defense', 'defences', 'defenses'],
    ['armour', 'armor', 'armoured', 'armored'],
    ['programme', 'program', 'programmes', 'programs'],
    ['modernise', 'modernize', 'modernised', 'modernizing'],
    ['organisation', 'organization', 'organisations'],
    ['cancel', 'cancelled', 'canceled', 'cancelling', 'canceling'],
    ['manoeuvre', 'maneuver', 'manoeuvres', 'maneuvers'],
  ])('%s', (...forms) => {
    expect(new Set(terms(forms.join(' '))).size).toBe(1)
  })

  it.each([
    ['news', 'new'],
    ['general', 'generation'],
    ['delivery', 'deliver'],
    ['Hamas', 'Hama'],
    ['Fars', 'far'],
    ['arms', 'arm'],
    ['hop', 'hope'],
    ['Texas', 'Texan'],
    ['string', 'str'],
    ['use', 'us'],
    ['promise', 'promize'],
    ['metre', 'met'],
  ])('%s and %s stay apart', (one, other) => {
    expect(terms(one)).not.toEqual(terms(other))
  })
})

describe('offsets', () => {
  it('point into the original text', () => {
    const text = 'Iran’s S‑300s — “de\u00adlivered”'
    const { starts, ends } = analyse(text)
    expect(starts.map((start, i) => text.slice(start, ends[i]))).toEqual([
      'Iran',
      'S‑300s',
      'de\u00adlivered',
    ])
  })

  it('ascend without overlapping, inside any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const { terms: found, starts, ends } = analyse(text)
        let end = 0
        for (const [i, start] of starts.entries()) {
          expect(start).toBeGreaterThanOrEqual(end)
          end = ends[i] ?? -1
          expect(end).toBeGreaterThan(start)
        }
        expect(end).toBeLessThanOrEqual(text.length)
        expect(found).toHaveLength(starts.length)
      }),
    )
  })

  it('cuts a run without spaces, however long', () => {
    const { terms: found } = analyse('x'.repeat(100_000))
    expect(found).toHaveLength(1_000)
  })

  it('gives terms that never hold white space or the marks of the index', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const term of analyse(text).terms) expect(term).not.toMatch(/[\s="]/)
      }),
    )
  })
})
