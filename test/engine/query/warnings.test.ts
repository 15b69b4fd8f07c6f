import { describe, expect, it } from '@jest/globals'
import { longestQuery, mostOperands, parse } from '../../../engine/query/parse.ts'
import { print } from '../../../engine/query/print.ts'
import { deepestNesting } from '../../../engine/query/tidy.ts'

describe('what has no meaning where it stands is reported with its place', () => {
  it.each([
    // typed, what is searched, start and end, what is said
    ['iran OR', 'iran', 5, 7, /^Nothing stands on one side of this OR; .* write “or”/],
    ['OR iran', 'iran', 0, 2, /side of this OR;/],
    ['iran AND', 'iran', 5, 8, /side of this AND;/],
    ['iran NOT', 'iran', 5, 8, /behind this NOT/],
    ['NEAR/5 iran', 'iran', 0, 6, /side of this NEAR;/],
    ['iran AND OR syria', 'iran syria', 9, 11, /side of this OR;/],
    ['iran OR AND syria', 'iran OR syria', 8, 11, /side of this AND;/],
    ['(iran OR) syria', 'iran syria', 6, 8, /side of this OR;/],
    ['(iran syria', 'iran syria', 0, 1, /not closed/],
    ['iran) syria', 'iran syria', 4, 5, /Nothing opens/],
    ['iran ()', 'iran', 5, 7, /nothing in these parentheses/],
    ['iran -( )', 'iran', 5, 9, /nothing in these parentheses/],
    ['iran ""', 'iran', 5, 7, /Empty quotation marks/],
    ['iran "="', 'iran', 5, 8, /Empty quotation marks/],
    ['iran title:" "', 'iran', 5, 14, /Empty quotation marks/],
    ['iran "air raid', 'iran "air raid"', 5, 14, /not closed/],
    ['iran colour:red', 'iran colour:red', 5, 15, /no field “colour:”.*person: place:/],
    ['colour:"dark red"', 'colour: "dark red"', 0, 7, /no field “colour:”/],
    ['colour:(red)', 'colour: red', 0, 7, /no field “colour:”/],
    ['outlet: Reuters', 'outlet: Reuters', 0, 7, /right behind the colon/],
    ['iran after:yesterday', 'iran "after:yesterday"', 5, 20, /“yesterday” is not a date/],
    ['date:2016-13', '"date:2016-13"', 0, 12, /not a date/],
    ['date:(2016 OR soon)', 'date:2016 OR soon', 14, 18, /“soon” is not a date/],
    ['lang:English', '"lang:English"', 0, 12, /“English” is not the code of a language/],
    ['title:-iran', 'title:-iran', 0, 11, /-title:iran/],
    ['=title:iran', '=title:iran', 0, 11, /title:=word/],
    ['outlet:reut*', 'outlet:reut', 0, 12, /“reut\*” is searched as “reut”/],
    ['outlet:=Reuters', 'outlet:Reuters', 0, 15, /“=Reuters” is searched as “Reuters”/],
    ['person:"Hossein D* *~2"', 'person:"Hossein D"', 0, 23, /searched as “Hossein D”/],
    ['date:2016-04*', 'date:2016-04', 0, 13, /searched as “2016-04”/],
    ['iran outlet:*', 'iran', 5, 13, /no letter or digit in “outlet:\*”/],
    ['outlet:"New Wire"~3', 'outlet:"New Wire"', 0, 19, /distance has no meaning/],
    ['a* iran', 'a iran', 0, 2, /behind 2 letters or digits/],
    ['mi*le', 'mi*le', 0, 5, /in “mi\*le” it is ignored/],
    ['*ran', 'ran', 0, 4, /in “\*ran” it is ignored/],
    ['=deliver*', '=deliver', 0, 9, /this spelling only/],
    ['ir~an', 'ir~an', 0, 5, /in “ir~an” it is ignored/],
    ['iran~5', 'iran~', 0, 6, /searched as iran~/],
    ['iran~2', 'iran~', 0, 6, /searched as iran~/],
    ['"air raid" ~5', '"air raid" 5', 11, 13, /right behind quotation marks/],
    ['"air def*"', '"air def*"', 0, 10, /first NEAR\/0 second\*/],
    ['S-300~', 'S-300', 0, 6, /“S-300~” is searched as “S-300”: only a single word/],
    ['a~ iran', 'a iran', 0, 2, /three letters or more/],
    ['2016~1', '2016', 0, 6, /no number or designator/],
    ['*AND iran', '"AND" iran', 0, 4, /in “\*AND” it is ignored/],
    ['i?an', 'i?an', 0, 4, /A \? does not stand for a letter; in “i\?an”/],
    ['ira? syria', 'ira syria', 0, 4, /A \? does not stand for a letter/],
    ['==iran', '=iran', 0, 6, /One = asks for exact spelling/],
    ['"==air raid"', '"=air raid"', 0, 12, /One = asks for exact spelling/],
    ['iran ||', 'iran', 5, 7, /write OR between them; “\|\|” is ignored/],
    ['- iran', 'iran', 0, 1, /A minus excludes what stands right behind it/],
    ['iran -- syria', 'iran syria', 5, 7, /no letter or digit in “--”/],
    ['=', '', 0, 1, /A = stands right before a word/],
    ['=(iran syria)', 'iran syria', 0, 1, /Before a parenthesis “=” has no meaning/],
    ['"air raid"*', '"air raid"', 10, 11, /Behind quotation marks “\*” has no meaning/],
    ['iran "…"', 'iran', 5, 8, /no letter or digit in “"…"”/],
    ['"air ! raid"~4', '"air raid"~4', 0, 14, /no letter or digit in “!”/],
    ['iran NEAR/3 !', 'iran', 12, 13, /no letter or digit in “!”/],
    ['iran -title:!', 'iran', 5, 13, /no letter or digit/],
    ['title:[none]', 'title:[none]', 0, 12, /every article has a title/],
    ['[none] iran', '[none] iran', 0, 6, /stands behind a field, outlet:\[none\]/],
    ['after:2016 iran before:2014', 'after:2016 iran before:2014', 0, 27, /ends before it begins/],
    ['date:2014 date:2016-05', 'date:2014 date:2016-05', 0, 22, /No day is in all of these/],
    ['iran or syria', 'iran or syria', 5, 7, /“or” is searched as a word; .* written OR\./],
    ['iran near/5 syria', 'iran near/5 syria', 5, 11, /the operator is written NEAR\/5/],
    ['"iran"~5', '"iran"', 0, 8, /two words at least/],
    ['"a b"~-3', '"a b"~0', 0, 8, /between 0 and 50 words; 0 is taken/],
    ['"a b"~51', '"a b"~50', 0, 8, /50 is taken/],
    ['"a b"~x', '"a b"~10', 0, 7, /“x” is no distance/],
    ['a NEAR/-1 b', '"a b"~0', 2, 9, /0 is taken/],
    ['a NEAR/999999999999 b', '"a b"~50', 2, 19, /50 is taken/],
    ['a NEAR/1.5 b', '"a b"~10', 2, 10, /“1.5” is no distance/],
    ['a NEAR title:b', 'a title:b', 2, 6, /read as AND.*title:\(first NEAR second\)/],
    ['a NEAR -b', 'a -b', 2, 6, /read as AND/],
    ['a NEAR (b c)', 'a b c', 2, 6, /read as AND/],
    ['a NEAR (b OR -c)', 'a (b OR -c)', 2, 6, /read as AND/],
    ['a NEAR "b c"~2', 'a "b c"~2', 2, 6, /read as AND/],
    ['outlet:(a NEAR b)', 'outlet:a outlet:b', 10, 14, /read as AND/],
    ['a NEAR/2 b NEAR/3 -c', '"a b"~2 -c', 11, 17, /read as AND/],
  ])('%s', (typed, searched, start, end, message) => {
    const { query, warnings } = parse(typed)
    expect(warnings).toEqual([{ message: expect.stringMatching(message), start, end }])
    expect(print(query)).toBe(searched)
  })

  it('names everything in the order of the text', () => {
    const { warnings } = parse('OR (a colour:red NOT) after:now )')
    expect(warnings.map(({ start, end }) => [start, end])).toEqual([
      [0, 2],
      [6, 16],
      [17, 20],
      [22, 31],
      [32, 33],
    ])
  })
})

it('says the same once, where it is first, and how often', () => {
  expect(parse(`iran ${') '.repeat(300)}`).warnings).toEqual([
    { message: 'Nothing opens this parenthesis; it is ignored. (300 times.)', start: 5, end: 6 },
  ])
})

it('sums up what is beyond twenty warnings', () => {
  const fields = Array.from({ length: 40 }, (_, i) => `mi*${i + 10}`).join(' ')
  const { warnings } = parse(fields)
  expect(warnings).toHaveLength(20)
  expect(warnings.at(-1)).toEqual({
    message: expect.stringMatching(/^From here on 21 more parts/),
    start: 6 * 19,
    end: fields.length,
  })
})

it.each(['to be or', 'or iran', 'iran and syria', 'is not near', '(iran or) syria', 'a OR or'])(
  'takes %s for ordinary words',
  (typed) => {
    expect(parse(typed).warnings).toEqual([])
  },
)

it.each([
  'after:2016 before:2016',
  'after:2016-03 before:2016',
  'date:2016 date:2016-03',
  'after:2016 OR before:2014',
  'after:2016 -before:2014',
])('finds no fault with the period %s', (typed) => {
  expect(parse(typed).warnings).toEqual([])
})

it('says nothing about what is left out anyway', () => {
  expect(parse(`${'word '.repeat(mostOperands)} one a* title:-b`).warnings).toMatchObject([
    { message: expect.stringMatching(/first 64/) },
  ])
})

describe('limits', () => {
  const letters = (count: number) => 'x'.repeat(count)

  it('leaves out what goes beyond the characters', () => {
    const { query, warnings } = parse(`iran ${letters(longestQuery)} syria`)
    expect(print(query)).toBe('iran')
    expect(warnings).toEqual([
      {
        message: 'Only the first 1000 characters of words are searched; the rest is left out.',
        start: 5,
        end: longestQuery + 11,
      },
    ])
  })

  it('cuts a phrase that goes beyond them', () => {
    const { query, warnings } = parse(`"${letters(longestQuery)}y" syria`)
    expect(query).toEqual({ kind: 'phrase', text: letters(longestQuery) })
    expect(warnings).toHaveLength(1)
  })

  it('does not count signs, fields and spaces', () => {
    const typed = Array.from({ length: 60 }, () => `(person:=${letters(10)})   `).join('')
    expect(typed.length).toBeGreaterThan(longestQuery)
    const { query } = parse(typed)
    expect(query.kind === 'and' ? query.operands.length : 0).toBe(60)
  })

  it('reads no more than four times as much, whatever it is', () => {
    const { query, warnings } = parse(`iran${' '.repeat(4 * longestQuery)}syria`)
    expect(print(query)).toBe('iran')
    expect(warnings).toMatchObject([{ start: 4 * longestQuery, end: 4 * longestQuery + 9 }])
  })

  it.each([
    ['words', Array.from({ length: mostOperands }, (_, i) => `w${i}`).join(' ')],
    ['words of NEAR', `"${Array.from({ length: mostOperands }, (_, i) => `w${i}`).join(' ')}"~5`],
  ])('takes 64 %s and leaves out the next, with a warning', (_what, most) => {
    expect(parse(most).warnings).toEqual([])
    const { query, warnings } = parse(`${most} iran OR syria`)
    expect(query).toEqual(parse(most).query)
    expect(warnings).toMatchObject([
      { message: expect.stringMatching(/first 64 words/), start: most.length + 1 },
    ])
  })

  it('counts a word that stands in two pairs of a NEAR chain twice', () => {
    const chain = (words: number) =>
      Array.from({ length: words }, (_, i) => `w${i}`).join(' NEAR/3 ')
    expect(parse(chain(33)).warnings).toEqual([])
    expect(parse(chain(34)).warnings).toHaveLength(1)
  })

  it('ignores parentheses beyond the twentieth level, with a warning', () => {
    const nested = (levels: number) => '(a OR b '.repeat(levels) + ')'.repeat(levels)
    expect(parse(nested(deepestNesting)).warnings).toEqual([])
    expect(parse(nested(deepestNesting + 1)).warnings).toEqual([
      {
        message: expect.stringMatching(/20 deep; this one is ignored/),
        start: 8 * deepestNesting,
        end: 8 * deepestNesting + 1,
      },
    ])
  })
})
