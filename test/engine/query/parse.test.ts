import { describe, expect, it } from '@jest/globals'
import { parse } from '../../../engine/query/parse.ts'
import type { Literal, NearOperand, Query } from '../../../engine/query/query.ts'

const word = (text: string): Literal => ({ kind: 'word', text })
const phrase = (text: string): Literal => ({ kind: 'phrase', text })
const exact = (text: string): Literal => ({ kind: 'word', text, spelling: 'exact' })
const prefix = (text: string): Literal => ({ kind: 'prefix', text })
const similar = (text: string): Literal => ({ kind: 'similar', text })
const and = (...operands: Query[]): Query => ({ kind: 'and', operands })
const or = (...operands: Query[]): Query => ({ kind: 'or', operands })
const not = (operand: Query): Query => ({ kind: 'not', operand })
const near = (distance: number, ...operands: NearOperand[]): Query => ({
  kind: 'near',
  operands,
  distance,
})
const outlet = (name: string): Query => ({ kind: 'facet', facet: 'outlet', name })
const title = (text: string): Query => ({ kind: 'word', text, field: 'title' })

function itReads(cases: readonly (readonly [typed: string, query: Query])[]): void {
  it.each(cases)('%s', (typed, query) => {
    expect(parse(typed)).toEqual({ query, warnings: [] })
  })
}

describe('words', () => {
  itReads([
    ['  ', { kind: 'all' }],
    ['iran', word('iran')],
    ['S-300 delivery', and(word('S-300'), word('delivery'))],
    ['C++ 50%', and(word('C++'), word('50%'))],
    ['and not near or', and(word('and'), word('not'), word('near'), word('or'))],
    ['And', word('And')],
    ['--iran', word('--iran')],
    ['Tehran: a report', and(word('Tehran:'), word('a'), word('report'))],
    ['10:30', word('10:30')],
  ])
})

describe('two words that are one designator', () => {
  itReads([
    ['S 300', word('S 300')],
    ['sold S\t300 yesterday', and(word('sold'), word('S 300'), word('yesterday'))],
    ['-S 300', not(word('S 300'))],
    ['title:S 300', title('S 300')],
    ['=S 300', exact('S 300')],
    ['S 300*', prefix('S 300')],
    ['S 300 NEAR/5 Iran', near(5, word('S 300'), word('Iran'))],
    ['"S 300 Iran"~5', near(5, word('S 300'), word('Iran'))],
    ['S AND 300', and(word('S'), word('300'))],
    ['P 500', and(word('P'), word('500'))],
    ['S (300)', and(word('S'), word('300'))],
  ])
})

describe('phrases', () => {
  itReads([
    ['"air defence"', phrase('air defence')],
    ['“air defence”', phrase('air defence')],
    ['„air defence“', phrase('air defence')],
    ['«air defence»', phrase('air defence')],
    ['＂air defence＂', phrase('air defence')],
    ['" air defence "', phrase('air defence')],
    ['"AND"', phrase('AND')],
    ['say"air defence"now', and(word('say'), phrase('air defence'), word('now'))],
    ['"iran (official) OR -x"', phrase('iran (official) OR -x')],
  ])
})

describe('exact spelling', () => {
  itReads([
    ['=deliveries', exact('deliveries')],
    ['"=air defences"', { kind: 'phrase', text: 'air defences', spelling: 'exact' }],
    ['="air defences"', { kind: 'phrase', text: 'air defences', spelling: 'exact' }],
    ['-=deliveries', not(exact('deliveries'))],
    ['title:=deliveries', { ...exact('deliveries'), field: 'title' }],
    ['"=sold missiles"~3', near(3, exact('sold'), exact('missiles'))],
    ['" = air defences"', { kind: 'phrase', text: 'air defences', spelling: 'exact' }],
  ])
})

describe('beginnings of words', () => {
  itReads([
    ['deliver*', prefix('deliver')],
    ['S-3*', prefix('S-3')],
    ['ab**', prefix('ab')],
    ['-deliver*', not(prefix('deliver'))],
    ['title:miss*', { ...prefix('miss'), field: 'title' }],
    ['"miss* Iran"~4', near(4, prefix('miss'), word('Iran'))],
  ])
})

describe('similar words', () => {
  itReads([
    ['Dehgan~', similar('Dehgan')],
    ['title:Dehgan~', { ...similar('Dehgan'), field: 'title' }],
  ])
})

describe('AND, OR, NOT and parentheses', () => {
  const [a, b, c, d] = [word('a'), word('b'), word('c'), word('d')]
  itReads([
    ['a AND b', and(a, b)],
    ['a OR b', or(a, b)],
    ['a OR b c', or(a, and(b, c))],
    ['a OR b AND c', or(a, and(b, c))],
    ['a b OR c d', or(and(a, b), and(c, d))],
    ['(a OR b) c', and(or(a, b), c)],
    ['（a OR b） c', and(or(a, b), c)],
    ['a(b OR c)d', and(a, or(b, c), d)],
    ['NOT a b', and(not(a), b)],
    ['NOT a OR b', or(not(a), b)],
    ['-a', not(a)],
    ['–a', not(a)],
    ['−a', not(a)],
    ['-(a OR b)', not(or(a, b))],
    ['NOT (a b)', not(and(a, b))],
    ['-"a b"', not(phrase('a b'))],
    ['-"a b"~3', not(near(3, a, b))],
    ['NOT -a', a],
    ['NOT NOT NOT a', not(a)],
    ['-(-(a))', a],
    ['a OR -b', or(a, not(b))],
    ['a AND NOT b', and(a, not(b))],
    ['a (b (c d))', and(a, b, c, d)],
    ['a OR (b OR (c OR d))', or(a, b, c, d)],
    ['((a))', a],
  ])
})

describe('NEAR', () => {
  const [a, b, c] = [word('a'), word('b'), word('c')]
  itReads([
    ['a NEAR b', near(10, a, b)],
    ['a NEAR/3 b', near(3, a, b)],
    ['"a b"~3', near(3, a, b)],
    ['"a b"~', near(10, a, b)],
    ['"a b c"~7', near(7, a, b, c)],
    ['a NEAR/3 b NEAR/5 c', and(near(3, a, b), near(5, b, c))],
    ['a b NEAR/3 c', and(a, near(3, b, c))],
    ['a OR b NEAR/3 c', or(a, near(3, b, c))],
    [
      '(S-300 OR S-400) NEAR/5 Iran',
      near(5, { kind: 'or', operands: [word('S-300'), word('S-400')] }, word('Iran')),
    ],
    ['"air raid" NEAR/2 miss*', near(2, phrase('air raid'), prefix('miss'))],
    ['=a NEAR/2 Dehgan~', near(2, exact('a'), similar('Dehgan'))],
    ['(a) NEAR/2 ((b))', near(2, a, b)],
    ['title:(a NEAR/2 b)', { kind: 'near', operands: [a, b], distance: 2, field: 'title' }],
    ['title:"a b"~2', { kind: 'near', operands: [a, b], distance: 2, field: 'title' }],
    ['"-a (b"~2', near(2, phrase('-a'), phrase('(b'))],
    ['"NOT b"~2', near(2, phrase('NOT'), b)],
  ])
})

describe('fields', () => {
  itReads([
    ['outlet:Reuters', outlet('Reuters')],
    ['OUTLET:"Moscow Times"', outlet('Moscow Times')],
    ['outlet:[none]', outlet('[none]')],
    ['cites:tass', { kind: 'facet', facet: 'cites', name: 'tass' }],
    ['person:Shoigu', { kind: 'facet', facet: 'people', name: 'Shoigu' }],
    ['place:"South Ossetia"', { kind: 'facet', facet: 'places', name: 'South Ossetia' }],
    ['weapon:S-300', { kind: 'facet', facet: 'weapons', name: 'S-300' }],
    ['weapon:S 300', { kind: 'facet', facet: 'weapons', name: 'S 300' }],
    ['lang:en', { kind: 'language', tag: 'en' }],
    ['lang:pt-BR', { kind: 'language', tag: 'pt-BR' }],
    ['title:iran', title('iran')],
    ['title:AND', title('AND')],
    ['title:"air defence"', { kind: 'phrase', text: 'air defence', field: 'title' }],
    ['after:2016-03', { kind: 'dates', from: '2016-03', to: '' }],
    ['before:2016', { kind: 'dates', from: '', to: '2016' }],
    ['date:"2016-04-11"', { kind: 'dates', from: '2016-04-11', to: '2016-04-11' }],
    ['-outlet:Reuters', not(outlet('Reuters'))],
    ['outlet:(reuters OR tass)', or(outlet('reuters'), outlet('tass'))],
    ['outlet:("Moscow Times" OR tass)', or(outlet('Moscow Times'), outlet('tass'))],
    ['-outlet:(reuters OR tass)', not(or(outlet('reuters'), outlet('tass')))],
    ['place:(iran AND syria)', and(...['iran', 'syria'].map(place))],
    ['title:(missile -test)', and(title('missile'), not(title('test')))],
    ['title:(a outlet:b)', and(title('a'), outlet('b'))],
    ['outlet:(a OR title:b)', or(outlet('a'), title('b'))],
    ['outlet:(a OR title:(b OR c))', or(outlet('a'), title('b'), title('c'))],
    ['lang:(en OR ru)', or({ kind: 'language', tag: 'en' }, { kind: 'language', tag: 'ru' })],
  ])

  function place(name: string): Query {
    return { kind: 'facet', facet: 'places', name }
  }
})

describe('addresses', () => {
  itReads([
    ['https://example.org/a?b=*&c=~d', word('https://example.org/a?b=*&c=~d')],
    ['=https://example.org/(a)*', exact('https://example.org/(a)*')],
    ['-https://example.org', not(word('https://example.org'))],
    ['https://example.org/S-300_(missile)', word('https://example.org/S-300_(missile)')],
    ['(https://example.org/a)', word('https://example.org/a')],
    ['(https://example.org/(a)_(b))', word('https://example.org/(a)_(b)')],
    ['title:https://example.org', title('https://example.org')],
  ])
})
