import { describe, expect, it } from '@jest/globals'
import { UsageError } from '../../../engine/settings.ts'
import { readReadingOptions } from '../../../indexer/read/reading-options.ts'

const read = (options: Readonly<Record<string, string>>) =>
  readReadingOptions(new Map(Object.entries(options)))

describe('options that say how to read', () => {
  it('may all be missing', () => {
    expect(read({})).toEqual({ columns: undefined, inputKind: undefined })
  })

  it.each([
    ['jsonl', 'lines'],
    ['HTML', 'page'],
    ['.ndjson', 'lines'],
    ['tsv', 'table'],
    ['feed', 'feed'],
  ])('--format %s means a file of that kind', (format, inputKind) => {
    expect(read({ format }).inputKind).toBe(inputKind)
  })

  it('--columns names a column for each field', () => {
    expect(read({ columns: 'title=Headline, text=Story = all' }).columns).toEqual(
      new Map([
        ['title', 'Headline'],
        ['text', 'Story = all'],
      ]),
    )
  })

  it.each([
    [{ format: 'docx' }, 'it is one of txt, html, md'],
    [{ columns: 'headline=Kopf' }, 'headline=Kopf means: write FIELD=COLUMN'],
    [{ columns: 'title' }, 'title means: write FIELD=COLUMN'],
    [{ columns: '' }, 'nothing means: write FIELD=COLUMN'],
  ])('%j is refused, with what to write', (options, message) => {
    expect(() => read(options)).toThrow(UsageError)
    expect(() => read(options)).toThrow(message)
  })
})
