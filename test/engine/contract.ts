import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { contractArchive } from './contract-archive.ts'
import { describeChanges } from './contract-changes.ts'
import { expectFound, openDesk, type Desk, type EngineUnderTest } from './contract-desk.ts'
import { describeDifferences } from './contract-differences.ts'
import { describeLanguage } from './contract-language.ts'
import { describeLists } from './contract-lists.ts'
import { describeValues } from './contract-values.ts'

const all = contractArchive.map(({ key }) => key)
const allBut = (...keys: readonly string[]) => all.filter((key) => !keys.includes(key))

const withS300 = ['unloading', 'without-hyphen', 'unbroken-hyphen', 'cyrillic', 'undated']
const byCourier = ['unloading', 'neighbour', 'month-only', 'scattered']
const onDehghan = ['unloading', 'unbroken-hyphen', 'namesakes']

/** What is typed, and the articles that it finds. */
type Case = readonly [typed: string, found: readonly string[]]

const words: readonly Case[] = [
  ['', all],
  ['launchers', ['unloading']],
  ['LAUNCHERS', ['unloading']],
  ['launchers quay', ['unloading']],
  ['launchers tea', []],
  ['launchers AND quay', ['unloading']],
  ['corvette dock', ['month-only']],
  ['airdefence', ['namesakes']],
  ['zeppelin', []],
]

const inflections: readonly Case[] = [
  ['delivery', ['unloading', 'without-hyphen']],
  ['deliveries', ['unloading', 'without-hyphen']],
  ['deliver', ['neighbour']],
  ['delivers', ['neighbour']],
  ['delivered', ['neighbour']],
  ['engines', ['month-only', 'year-only']],
  ['pilot', ['without-hyphen']],
]

const phrases: readonly Case[] = [
  ['"air defence"', ['undated', 'battery', 'scattered', 'namesakes']],
  ['"defence air"', []],
  ['"air defence missile"', ['battery']],
  ['"air defence missile left its tube"', ['battery']],
  ['"first s-300 launchers"', ['unloading']],
  ['"begin crews"', []],
  ['“air defence missile', ['battery']],
  ['long-overdue', ['unloading', 'month-only']],
  ['"long overdue"', ['unloading', 'month-only']],
  ['surface-to-air', ['battery']],
  ['"surface to air battery"', ['battery']],
]

const exclusions: readonly Case[] = [
  ['S-300 -launchers', withS300.filter((key) => key !== 'unloading')],
  ['S-300 NOT launchers', withS300.filter((key) => key !== 'unloading')],
  ['-S-300', allBut(...withS300)],
  ['-zeppelin', all],
  [
    '-S-300 -corvette -embassy -tea',
    ['neighbour', 'printer', 'accents', 'battery', 'scattered', 'markup', 'namesakes'],
  ],
  ['-"air defence"', allBut('undated', 'battery', 'scattered', 'namesakes')],
  ['"air defence" -"air defence missile"', ['undated', 'scattered', 'namesakes']],
  ['-long-overdue long', ['cyrillic']],
  ['air -surface-to-air -"defence missile wall"', ['neighbour', 'scattered', 'namesakes']],
]

const designators: readonly Case[] = [
  ['S-300', withS300],
  ['s-300', withS300],
  ['S300', withS300],
  ['S‑300', withS300],
  ['S–300', withS300],
  ['С-300', withS300],
  ['С300', withS300],
  ['"S-300"', withS300],
  ['S-400', ['neighbour']],
  ['S-3000', ['printer']],
  ['300', ['printer']],
]

const spellings: readonly Case[] = [
  ['U.S.', ['initials']],
  ['US', ['initials']],
  ['us', ['pronoun']],
  ['Erdogan', ['accents']],
  ['ERDOĞAN', ['accents']],
  ['cafe', ['accents']],
  ['"sao tome"', ['accents']],
]

const titles: readonly Case[] = [
  ['corvette', ['month-only', 'year-only']],
  ['title:corvette', ['year-only']],
  ['corvette -title:corvette', ['month-only']],
  ['title:S300', ['unloading', 'without-hyphen']],
  ['title:"S-300 deliveries"', ['unloading']],
  ['title:"deliveries S-300"', []],
  ['title:"air defence missile"', ['battery']],
  ['title:launchers', []],
]

const fields: readonly Case[] = [
  ['outlet:sample-courier', byCourier],
  ['outlet:"Sample Courier"', byCourier],
  ['outlet:"SAMPLE courier"', byCourier],
  ['outlet:courier', byCourier],
  ['-outlet:courier', allBut(...byCourier)],
  ['cites:courier', ['without-hyphen']],
  ['person:hossein-dehghan', onDehghan],
  ['person:"Hossein Dehghan"', onDehghan],
  ['person:"Hossein Dehqan"', onDehghan],
  ['person:dehghan', onDehghan],
  ['person:ali', ['namesakes']],
  ['person:erdogan', ['accents']],
  ['place:iran', ['unloading', 'unbroken-hyphen', 'month-only', 'battery']],
  ['place:ran', []],
  ['place:"united states"', ['initials']],
  ['weapon:S-300', withS300],
  ['weapon:S300', withS300],
  ['weapon:S-400', ['neighbour']],
  ['S-300 place:iran -person:shoigu', ['unloading']],
]

const dates: readonly Case[] = [
  ['date:2016-04-12', ['without-hyphen', 'battery', 'scattered']],
  ['date:2016-04', ['unloading', 'without-hyphen', 'month-only', 'battery', 'scattered']],
  [
    'date:2016',
    [
      'unloading',
      'without-hyphen',
      'unbroken-hyphen',
      'month-only',
      'year-only',
      'battery',
      'scattered',
    ],
  ],
  ['after:2019-07-12', ['neighbour', 'printer', 'markup', 'namesakes']],
  ['before:2015', ['cyrillic']],
  ['before:2014', []],
  ['before:2016-01', ['cyrillic']],
  [
    'after:2016-04-12 before:2016-05',
    ['without-hyphen', 'unbroken-hyphen', 'battery', 'scattered'],
  ],
  ['-after:1900', ['undated']],
  ['before:2100', allBut('undated')],
]

const untamed: readonly string[] = [
  '"',
  '""',
  '"""',
  '"S-300',
  'S-300"',
  '-',
  '--',
  '-"',
  '- -',
  '-""',
  '*',
  'S*',
  '^S',
  '(',
  ')',
  '((((',
  '(S-300 OR S-400)',
  'NEAR(S-300 delivery)',
  'NEAR("a b", 3)',
  'S-300 NEAR/3 delivery',
  '{title} : S',
  'title : S',
  'title:',
  'title:"',
  'text:S',
  ':',
  '::',
  'outlet:',
  'outlet:""',
  'outlet:" "',
  'nosuchfield:S-300',
  'date:yesterday',
  'after:2016-13',
  'date:9999-99-99',
  'AND',
  'OR',
  'NOT',
  'NOT NOT',
  'AND OR NOT',
  'not and or',
  "'",
  "';--",
  "' or 1=1",
  '%',
  '_',
  '\\',
  '\\"',
  '" OR sequence > 0 OR "',
  '🚀',
  '🚀🚀 S-300',
  'a\u0000b',
  '\u0000',
  '\ud800',
  '\u202eS-300',
  'ﬁ',
  '①',
  'ⅷ',
  '漢字',
  'Ⅻ',
  'İ',
  'ß',
  'z',
  'zz',
  'z2ez',
  '+',
  '<b>',
  '&amp;',
  '/',
  '//',
  '...',
  'U.S.A.',
  '-'.repeat(200),
  '"'.repeat(201),
  '('.repeat(300),
  'é'.repeat(1_000),
  'x'.repeat(1_000),
  'x'.repeat(10_000),
  'ab '.repeat(333),
  `"${'ab '.repeat(333)}"`,
  '-a '.repeat(300),
  'title:a '.repeat(120),
]

const shortened = (typed: string) =>
  typed.length > 40 ? `${typed.slice(0, 20)}… (${typed.length} characters)` : JSON.stringify(typed)

/**
 * The contract of a search engine: one body of tests for every engine. Each may rank as it likes; what it finds and counts is the same.
 * An engine that says of an answer that it is not exact has to bound the truth on the side that it says.
 */
export function describeEngine(name: string, underTest: EngineUnderTest): void {
  describe(name, () => {
    describe('finding', () => {
      let desk: Desk
      beforeAll(async () => {
        desk = await openDesk(underTest, contractArchive)
      }, 60_000)
      afterAll(() => desk.close())

      const finds = async (typed: string, found: readonly string[]) => {
        expectFound(desk, await desk.ask(typed), found)
        // Relevance ranks what the filters found; it finds neither more nor less.
        expectFound(desk, await desk.ask(typed, { sort: 'relevance' }), found)
      }

      it.each(words)('wants all words: %s', finds)
      it.each(inflections)('joins inflections, not families of words: %s', finds)
      it.each(phrases)('wants the words of a phrase side by side, in one field: %s', finds)
      it.each(exclusions)('leaves out what is excluded: %s', finds)
      it.each(designators)('takes a designator for one thing however it is written: %s', finds)
      it.each(spellings)('folds accents and case, but tells U.S. from us: %s', finds)
      it.each(titles)('searches titles alone: %s', finds)
      it.each(fields)('finds values by id, name, spelling and part of a name: %s', finds)
      it.each(dates)(
        'takes a partial date for its whole period, and never matches an undated article: %s',
        finds,
      )

      it('warns of a name that nobody has, and finds nothing', async () => {
        const answer = await desk.ask('S-300 person:nobody')
        expectFound(desk, answer, [])
        expect(answer.warnings.map(({ message }) => message).join()).toContain('person:nobody')
      })

      it('excludes nothing by a name that nobody has, and says so', async () => {
        const answer = await desk.ask('S-300 -person:nobody')
        expectFound(desk, answer, withS300)
        expect(answer.warnings.map(({ message }) => message).join()).toContain('person:nobody')
      })

      it.each(untamed.map((typed) => [shortened(typed), typed] as const))(
        'answers whatever is typed: %s',
        async (_, typed) => {
          const answer = await desk.ask(typed, { sort: 'relevance' })
          expect(answer.total).toBe(answer.hits.length)
        },
      )
    })

    describeLanguage(underTest)
    describeLists(underTest)
    describeValues(underTest)
    describeChanges(underTest)
    describeDifferences(underTest)
  })
}
