import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from '@jest/globals'
import { explainRule } from '../../../server/view-models/grounds.ts'

/** Every rule that the extraction writes down, an example put where it names something. */
function rulesOfExtraction(): string[] {
  const folder = new URL('../../../indexer/extract/', import.meta.url)
  const rules = readdirSync(folder).flatMap((file) => {
    const code = readFileSync(new URL(file, folder), 'utf8')
    return [...code.matchAll(/\brule(?:: | = )(?:\w+(?: \w+)* \? )?(['`])([^'`]*)\1/g)].map(
      ([, , rule = '']) => rule.replace(/\$\{[^}]*\}/g, 'x'),
    )
  })
  return [...new Set(rules)].filter((rule) => rule.includes(' ') && !rule.startsWith('x'))
}

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
      'listed as another name of Kyiv; its region or country stands after it',
    ],
    ['metadata', '', 'named by the source of the article'],
    [
      'surname of a full name in the article',
      'Kyiv',
      'the surname of somebody whom the article names in full',
    ],
    [
      'tagger: person, 94 %',
      'Kyiv',
      'found by the trained tagger, which takes it for a person (94 %)',
    ],
    ['source cue "quoted"', 'Kyiv', 'named as a source: “quoted”'],
    [
      'source cue "said" behind "the agency"',
      'Kyiv',
      'named as a source: “said” behind “the agency”',
    ],
    [
      'programme of CBS News, source cue "on … said"',
      'Kyiv',
      'a programme of CBS News; named as a source: “on … said”',
    ],
    [
      'designator beside "helicopter"',
      'Kyiv',
      'looks like a designator, beside the word “helicopter”',
    ],
    ['after "cruiser"', 'Kyiv', 'the name of a ship, after “cruiser”'],
    ['list of places, "in" before it', 'Kyiv', 'in the list of places; “in” stands before it'],
    [
      '"in" before the name; tagger: place, 81 %',
      'Kyiv',
      '“in” before the name; the trained tagger takes it for a place, too (81 %)',
    ],
    [
      'list of people, by this name alone',
      'Kyiv',
      'a listed person who is known by this name alone',
    ],
  ])('%s, written “%s”: %s', (rule, spelling, why) => {
    expect(explainRule(rule, 'places', kyiv, spelling)).toBe(why)
  })

  it('a listed name stays one when a correction calls the value otherwise', () => {
    const renamed = { id: 'kyiv', name: 'Capital of Ukraine' }
    expect(explainRule('list of places', 'places', renamed, 'Kyiv')).toBe('in the list of places')
    expect(explainRule('list of places', 'places', renamed, 'Kiev')).toBe(
      'listed as another name of Kyiv',
    )
  })

  it.each(rulesOfExtraction())('the rule %s is told in words', (rule) => {
    expect(explainRule(rule, 'people', { id: 'nobody', name: 'Nobody' }, 'Nobody')).not.toBe(rule)
  })
})
