import { afterAll, describe, expect, it } from '@jest/globals'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readCorpus } from '../../../../indexer/tagger/train/corpus.ts'

const folder = mkdtempSync(join(tmpdir(), 'corpus-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

function corpusOf(...lines: string[]) {
  const file = join(folder, 'corpus.jsonl')
  writeFileSync(file, lines.join('\n'))
  return readCorpus(file)
}

const kelm = '{"doc":1,"text":"Kelm is quiet.","entities":[{"type":"location","start":0,"end":4}]}'
const amrun = '{"doc":1,"text":"So is Amrun.","entities":[{"type":"PER","start":6,"end":11}]}'
const other = '{"doc":2,"text":"Nobody else.","entities":[]}'

describe('readCorpus', () => {
  it('puts the sentences of a document below each other, their names with them', () => {
    const [first, second] = corpusOf(kelm, amrun, other)
    expect(first?.text).toBe('Kelm is quiet.\nSo is Amrun.\n')
    expect(
      first?.names.map(({ kind, start, end }) => [kind, first.text.slice(start, end)]),
    ).toEqual([
      ['LOC', 'Kelm'],
      ['PER', 'Amrun'],
    ])
    expect(second?.names).toEqual([])
  })

  it.each([
    [
      'a type that it does not know',
      kelm.replace('location', 'planet'),
      /corpus\.jsonl, line 2: the type "planet" is unknown/,
    ],
    [
      'a line without text',
      '{"doc":1,"entities":[]}',
      /corpus\.jsonl, line 2: "text" and "entities" are needed/,
    ],
    [
      'an entity without its end',
      kelm.replace(',"end":4', ''),
      /line 2: "text" and "entities" are needed/,
    ],
    ['a line that is no JSON', 'Kelm', /corpus\.jsonl, line 2: no JSON/],
  ])('names the line with %s', (_, line, message) => {
    expect(() => corpusOf(amrun, line)).toThrow(message)
  })
})
