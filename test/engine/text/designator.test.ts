import { describe, expect, it } from '@jest/globals'
import { analyse } from '../../../engine/text/analyse.ts'

const terms = (text: string) => analyse(text).terms

describe('designators', () => {
  it.each([
    ['MiG-29s', ['mig-29']],
    ['MiG-29S', ['mig-29s']],
    ['F-16Cs', ['f-16c']],
    ['M4A1s', ['m-4a1']],
    ['Su-30MKI', ['su-30mki']],
    ['M1A2', ['m-1a2']],
    ['Kh-47M2', ['kh-47m2']],
    ['P-800', ['p-800']],
    ['BM-21', ['bm-21']],
    ['DF-21D', ['df-21d']],
    ['T-72B3', ['t-72b3']],
    ['AT-4', ['at-4']],
    ['S-300-type', ['s-300', 'type']],
    ['AN/TPY-2', ['an', 'tpy-2']],
    ['Leopard 2A6', ['leopard', '2a6']],
    ['Leopard-2A6', ['leopard', '2a6']],
    ['Pantsir-S1', ['pantsir', 's-1']],
    ['Ｓ－３００', ['s-300']],
  ])('%s is %j', (written, expected) => {
    expect(terms(written)).toEqual(expected)
  })

  it.each([
    ['9K720', '9k720'],
    ['9K-720', '9k720'],
    ['9К720', '9k720'],
    ['2S19', '2s19'],
    ['2S-19', '2s19'],
    ['2S19M2', '2s19m2'],
    ['3M-54', '3m54'],
    ['3M54', '3m54'],
    ['3M-54E', '3m54e'],
    ['9M729', '9m729'],
    ['9M-729', '9m729'],
    ['9M133-1', '9m133-1'],
  ])('begin with a digit: %s is %s', (written, term) => {
    expect(terms(written)).toEqual([term])
  })

  it.each([
    ['С-300ПМУ-2', 's-300pmu2', 'Cyrillic throughout'],
    ['S-300ПМУ2', 's-300pmu2', 'Cyrillic variant'],
    ['МиГ-29', 'mig-29', 'Cyrillic throughout'],
    ['МiG-29', 'mig-29', 'Cyrillic М beside Latin letters'],
    ['Х-55', 'kh-55', 'Cyrillic Х'],
    ['В-52', 'b-52', 'Cyrillic В for the listed B-52'],
    ['С-130', 'c-130', 'Cyrillic С for the listed C-130'],
  ])('%s is %s: %s', (written, term) => {
    expect(terms(written)).toEqual([term])
  })
})

describe('ordinary compounds are words, found whole as a phrase and by part', () => {
  it.each([
    ['COVID-19', ['covid', '19']],
    ['COVID19', ['covid', '19']],
    ['SARS-CoV-2', ['sars', 'cov', '2']],
    ['H-1B', ['h', '1b']],
    ['H1B', ['h', '1b']],
    ['H1N1', ['h', '1n1']],
    ['K-12', ['k', '12']],
    ['G-7', ['g', '7']],
    ['G20', ['g', '20']],
    ['MS-13', ['ms', '13']],
    ['COP-2026', ['cop', '2026']],
    ['2-to-1', ['2', 'to', '1']],
    ['then-19-year-old', ['then', '19', 'year', 'old']],
    ['post-9/11', ['post', '9', '11']],
    ['Fajr-5', ['fajr', '5']],
    ['Type-99', ['type', '99']],
    ['9am-11pm', ['9am', '11pm']],
    ['19th-20th', ['19th', '20th']],
    ['40K-60K', ['40k', '60k']],
  ])('%s is %j', (written, expected) => {
    expect(terms(written)).toEqual(expected)
  })

  it('cover their halves in the text where no joiner stands between', () => {
    const { starts, ends } = analyse('the G20')
    expect([starts, ends]).toEqual([
      [0, 4, 5],
      [3, 5, 7],
    ])
  })
})
