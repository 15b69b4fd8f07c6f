import { describe, expect, it } from '@jest/globals'
import { parse } from '../../../engine/query/parse.ts'
import { print } from '../../../engine/query/print.ts'
import { literalsOf, replaceLiteral, withoutPart } from '../../../engine/query/walk.ts'

const literals = (typed: string) => literalsOf(parse(typed).query).map(({ text }) => text)

describe('literalsOf', () => {
  it.each([
    ['', []],
    ['iran "air raid" deliver* Dehgan~ =sold', ['iran', 'air raid', 'deliver', 'Dehgan', 'sold']],
    ['a OR (b c)', ['a', 'b', 'c']],
    ['(a OR b) NEAR/3 c', ['a', 'b', 'c']],
    ['iran -syria -(a OR b) outlet:Reuters date:2016', ['iran']],
    ['title:iran', ['iran']],
  ])('%s: %j', (typed, found) => {
    expect(literals(typed)).toEqual(found)
  })
})

describe('replaceLiteral', () => {
  it.each([
    ['irn delivery', 'iran delivery'],
    ['irn OR (irn -irn)', 'iran OR iran -irn'],
    ['(irn OR a) NEAR/5 irn', '(iran OR a) NEAR/5 iran'],
    ['=irn irn* "irn" title:irn', '=irn irn* "irn" title:irn'],
  ])('%s becomes %s', (typed, replaced) => {
    const query = replaceLiteral(
      parse(typed).query,
      { kind: 'word', text: 'irn' },
      { kind: 'word', text: 'iran' },
    )
    expect(print(query)).toBe(replaced)
  })

  it('replaces in one field only', () => {
    const field = 'title'
    const query = replaceLiteral(
      parse('title:irn irn').query,
      { kind: 'word', text: 'irn', field },
      { kind: 'word', text: 'iran', field },
    )
    expect(print(query)).toBe('title:iran irn')
  })

  it('prints a word that would mean something else so that it parses back as words', () => {
    const query = replaceLiteral(
      parse('iran ro syria').query,
      { kind: 'word', text: 'ro' },
      { kind: 'word', text: 'OR' },
    )
    expect(print(query)).toBe('iran "OR" syria')
  })
})

describe('withoutPart', () => {
  it.each([
    ['iran syria', 'syria', 'iran'],
    ['iran (syria OR iraq)', 'syria', 'iran iraq'],
    ['a (b OR (c syria))', 'syria', 'a (b OR c)'],
    ['iran -syria', 'syria', 'iran'],
    ['iran -syria', '-syria', 'iran'],
    ['a OR (b outlet:x)', 'outlet:x', 'a OR b'],
    ['syria', 'syria', ''],
  ])('%s without %s is %s', (typed, part, left) => {
    expect(print(withoutPart(parse(typed).query, parse(part).query))).toBe(left)
  })
})
