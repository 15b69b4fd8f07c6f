import fc from 'fast-check'
import { facetNames } from '../../../engine/article.ts'
import type { Literal, NearOperand, Query } from '../../../engine/query/query.ts'

/** Words as they stand in a tree: plain ones, and ones with signs inside that have no meaning there. Each has a letter or digit. */
const words = [
  'iran',
  'S-300',
  'S 300',
  'S',
  '300',
  'or',
  'Ma’rib',
  'Ёлка',
  '--deal',
  'mi*le',
  'outlet:',
  'colour:red',
  'NEAR5',
  'https://example.org/(a)?b=*',
  '[none]',
  'i?an',
  'C++',
]
const phraseWords = [
  ...words,
  'AND',
  'NEAR/3',
  '-a',
  '(b',
  'title:iran',
  '=word',
  'x~',
  'ab*',
  'a*',
  '-',
  '!',
  '~10',
]

const word = fc.constantFrom(...words).map((text): Literal => ({ kind: 'word', text }))
const exactWord = fc
  .constantFrom(...words, 'AND', '-a', 'a*b', 'x~y')
  .map((text): Literal => ({ kind: 'word', text, spelling: 'exact' }))
const phraseText = fc
  .array(fc.constantFrom(...phraseWords), { minLength: 1, maxLength: 3 })
  .map((pieces) => pieces.join(' '))
  .filter((text) => !text.startsWith('=') && /[\p{L}\p{N}]/u.test(text))
const phrase = phraseText.map((text): Literal => ({ kind: 'phrase', text }))
const exactPhrase = phraseText.map((text): Literal => ({ kind: 'phrase', text, spelling: 'exact' }))
const prefix = fc
  .constantFrom('deliver', 'S-300', 'S 300', 'colour:re', '--ab')
  .map((text): Literal => ({ kind: 'prefix', text }))
const similar = fc
  .constantFrom('Dehgan', 'and', '--Ёлка')
  .map((text): Literal => ({ kind: 'similar', text }))

const literal = fc.oneof(word, exactWord, phrase, exactPhrase, prefix, similar)

const nearOperand: fc.Arbitrary<NearOperand> = fc.oneof(
  { weight: 3, arbitrary: literal },
  {
    weight: 1,
    arbitrary: fc
      .array(literal, { minLength: 2, maxLength: 3 })
      .map((operands): NearOperand => ({ kind: 'or', operands })),
  },
)

/** More than two operands come from quotation marks only, where "S" and "300" would be one. */
const nearWords = fc.array(
  fc.constantFrom('iran', 'S-300', 'S 300', 'or', 'colour:red', 'C++').map((text): Literal => ({
    kind: 'word',
    text,
  })),
  { minLength: 2, maxLength: 5 },
)

const near = fc
  .tuple(
    fc.oneof(fc.array(nearOperand, { minLength: 2, maxLength: 2 }), nearWords),
    fc.integer({ min: 0, max: 50 }),
  )
  .map(([operands, distance]): Query => ({ kind: 'near', operands, distance }))

const inTitle = fc
  .oneof(literal, near)
  .map((query): Query =>
    query.kind === 'near' || 'text' in query ? { ...query, field: 'title' } : query,
  )

const date = fc.constantFrom('2016', '2016-03', '2016-02-29')
const value: fc.Arbitrary<Query> = fc.oneof(
  fc
    .tuple(
      fc.constantFrom(...facetNames),
      fc.constantFrom(
        'Reuters',
        'S',
        'S 300',
        '[none]',
        'a:b',
        '-x',
        'y=',
        'z*z',
        'no 5',
        'Moscow (Times)',
      ),
    )
    .map(([facet, name]): Query => ({ kind: 'facet', facet, name })),
  fc.constantFrom('en', 'pt-BR', 'FA').map((tag): Query => ({ kind: 'language', tag })),
  date.map((from): Query => ({ kind: 'dates', from, to: '' })),
  date.map((to): Query => ({ kind: 'dates', from: '', to })),
  date.map((day): Query => ({ kind: 'dates', from: day, to: day })),
)

const operands = (of: fc.Arbitrary<Query>, not: Query['kind']) =>
  fc.array(
    of.filter(({ kind }) => kind !== not),
    { minLength: 2, maxLength: 3 },
  )

/** Trees that `parse` can give: no "and" in an "and", no "or" in an "or", no "not" in a "not"; some 30 words at most. */
export const queries: fc.Arbitrary<Query> = fc.letrec<{ query: Query }>((tie) => ({
  query: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'query' },
    fc.oneof(literal, inTitle, near, value),
    operands(tie('query'), 'and').map((all): Query => ({ kind: 'and', operands: all })),
    operands(tie('query'), 'or').map((all): Query => ({ kind: 'or', operands: all })),
    tie('query')
      .filter(({ kind }) => kind !== 'not')
      .map((operand): Query => ({ kind: 'not', operand })),
  ),
})).query

const signs = [
  ...Array.from(' ""“”()()--:=*~/\n＂（）'),
  ...['AND ', 'OR ', ' OR ', 'NOT ', ' NEAR ', ' NEAR/3 ', '"~5', '~2', '*', '="', '"=', '\t'],
  ...['outlet:', 'title:(', 'date:2016', 'lang:en', 'after:x', 'colour:', 'person:"', '-title:'],
  ...[
    'S-300',
    'S',
    ' 300',
    'Su ',
    '27',
    'ab',
    'deliveries',
    'https://a.b/(c',
    '[none]',
    'К',
    '🚀',
    '?',
    'x?',
    '==',
    '||',
    ' or ',
    'near/3 ',
    'a~',
  ],
]

/** Text with much of what the language gives a meaning to. */
export const queryTexts: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...signs), fc.string({ unit: 'grapheme', maxLength: 4 })), {
    maxLength: 40,
  })
  .map((pieces) => pieces.join(''))

/** The pieces, for those who draw faster. */
export const queryPieces: readonly string[] = signs
