import { describe, expect, it } from '@jest/globals'
import { explainRule } from '../../../server/view-models/grounds.ts'

const kyiv = { id: 'kyiv', name: 'Kyiv' }

describe('why a value is there', () => {
  it.each([
    ['list of places', 'Kyiv', 'in the list of places'],
    ['list of places', 'KYIV', 'in the list of places'],
    ['list of places', 'Kiev', 'listed as another name of Kyiv'],
    ['list of places', 'Kievs', 'by the list of places'],
    ['list of places: another name of Kyiv', 'Kiеv', 'listed as another name of Kyiv'],
    [
      'list of places, its region after it',
      'Kiev',
      'listed as another name of Kyiv, its region after it',
    ],
    ['metadata', '', 'named by the source of the article'],
    ['surname of a full name in the article', 'Kyiv', 'surname of a full name in the article'],
  ])('%s, written “%s”: %s', (rule, spelling, why) => {
    expect(explainRule(rule, 'places', kyiv, spelling)).toBe(why)
  })
})
