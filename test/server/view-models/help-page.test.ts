import { describe, expect, it } from '@jest/globals'
import { queryFields } from '../../../engine/query/fields.ts'
import { parse } from '../../../engine/query/parse.ts'
import { buildHelpPage } from '../../../server/view-models/help-page.ts'

const page = buildHelpPage()
const examples = page.sections.flatMap((section) => section.examples)
const typed = examples.map((example) => example.typed)
const text = page.sections
  .flatMap(({ paragraphs }) => paragraphs)
  .flat()
  .map((piece) => piece.text)
  .join(' ')

describe('the help page', () => {
  it.each([...queryFields.keys()])('shows the field %s: by an example', (field) => {
    expect(typed.filter((query) => query.includes(`${field}:`))).not.toEqual([])
  })

  it.each([
    ['AND', / AND /],
    ['OR', / OR /],
    ['NOT as a minus', /(?:^| )-\w/],
    ['the minus before a field', /-\w+:/],
    ['the minus before a group', /-\(/],
    ['groups', /\(.* OR .*\)/],
    ['phrases', /^"[^="]+"$/],
    ['phrases with a distance', /"~\d/],
    ['NEAR', / NEAR /],
    ['NEAR with a distance', / NEAR\/\d/],
    ['groups beside NEAR', /\) NEAR/],
    ['beginnings of words', /\w\*$/],
    ['similar words', /\w~$/],
    ['exact words', /^=\w/],
    ['exact phrases', /^"=/],
    ['groups of values', /outlet:\(/],
    ['groups of words in a field', /title:\(/],
    ['articles without a value', /:\[none\]/],
  ])('shows %s by an example', (_what, pattern) => {
    expect(typed.filter((query) => pattern.test(query))).not.toEqual([])
  })

  it.each(['NOT', '50', '20', 'NEAR/10', 'a minus right before', '64', 'sell OR sold'])(
    'mentions %s',
    (part) => {
      expect(text.toLowerCase()).toContain(part.toLowerCase())
    },
  )

  it.each(examples.map((example) => [example.typed, example] as const))(
    'runs %s without a warning',
    (query, { href, finds }) => {
      expect(parse(query).warnings).toEqual([])
      expect(new URL(href, 'http://localhost').searchParams.get('q')).toBe(query)
      expect(finds).toMatch(/^Articles \w.+\.$/)
    },
  )

  it('says how precedence reads its example', () => {
    expect(parse('Iran OR Syria delivery').query).toEqual(parse('Iran OR (Syria delivery)').query)
    expect(examples.find((example) => example.typed === 'Iran OR Syria delivery')?.finds).toBe(
      'Articles with “Iran” or (“Syria” and “delivery”).',
    )
  })
})

describe('what the help says of the pages', () => {
  const told = page.topics.map(({ id, paragraphs }) => [id, paragraphs.flat()] as const)

  it.each(told)('%s has no sign of its own writing left', (_id, pieces) => {
    expect(pieces.map(({ text: piece }) => piece).join('')).not.toMatch(/[`[\]]|\]\(/)
  })

  it.each([
    ['saved', '/saved', 'saved query'],
    ['saved', '/new', 'What is new'],
    ['material', '/names', 'A list of names'],
    ['entities', '/compare', 'Compare outlets'],
  ])('%s links %s', (id, href, words) => {
    const pieces = told.find(([topic]) => topic === id)?.[1] ?? []
    expect(pieces).toContainEqual({ text: words, isTyped: false, href })
  })
})
