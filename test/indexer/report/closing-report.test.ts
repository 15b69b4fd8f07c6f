import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { closingReport } from '../../../indexer/report/closing-report.ts'
import { RemarkList } from '../../../indexer/report/remark-list.ts'
import type { RunReport } from '../../../indexer/report/run-report.ts'

let folder: string
let list: RemarkList
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-report-'))
  list = new RemarkList(folder, 7)
})
afterEach(() => {
  list.close()
  rmSync(folder, { recursive: true })
})

function linesOf(said: Partial<RunReport> = {}): string[] {
  return closingReport(
    {
      ...{
        run: 7,
        added: 1200,
        replaced: 2,
        unchanged: 30,
        missing: [],
        stopped: false,
        seconds: 2,
        behind: undefined,
        skippedCorrections: [],
        notes: { count: 0, first: [] },
        refusedDates: { count: 0, first: [] },
      },
      setAside: list.remarks('set aside'),
      conflicts: list.remarks('conflict'),
      listedIn: list.path,
      ...said,
    },
    1232,
  )
}

describe('the closing report', () => {
  it('is two lines when all went well', () => {
    expect(linesOf()).toEqual([
      'Added 1,200, replaced 2, unchanged 30, set aside 0; 2.0 s, 616 articles/s.',
      'The archive holds 1,232 articles.',
    ])
  })

  it('shows twenty of the things set aside and counts the others', () => {
    for (let file = 1; file <= 25; file++)
      list.add('set aside', { file: `${file}.txt`, line: undefined, reason: `reason ${file}` })
    const lines = linesOf()
    expect(lines).toContain('  20.txt: reason 20')
    expect(lines).not.toContain('  21.txt: reason 21')
    expect(lines).toContain('  and 5 more')
    expect(lines).toContain(`All of them with their reasons: ${join(folder, 'set-aside', '7.tsv')}`)
    expect(readFileSync(list.path ?? '', 'utf8').split('\n')).toHaveLength(27)
  })

  it('shows once, with its count, what happened more than three times', () => {
    for (let line = 1; line <= 4; line++)
      list.add('set aside', { file: 'a.jsonl', line, reason: 'no text' })
    expect(linesOf()).toContain('  4 times: no text (the first: a.jsonl#1)')
  })

  it('tells conflicts apart from what was set aside', () => {
    list.add('conflict', { file: 'a.jsonl', line: 3, reason: 'same address' })
    const lines = linesOf()
    expect(lines).toContain('Conflicts:')
    expect(lines).not.toContain('Set aside:')
  })

  it('says that articles are safe when the index could not follow', () => {
    const lines = linesOf({ behind: { articles: 1202, reason: 'Nothing answers there.' } })
    expect(lines).toContain('The search index could not follow: Nothing answers there.')
    expect(lines).toContain(
      '1,202 changed articles are stored safely; the index will catch up at the next run or start.',
    )
  })

  it('keeps a file name on its line, whatever it contains', () => {
    list.add('set aside', { file: 'a\tb\nc.txt', line: undefined, reason: 'no text' })
    expect(readFileSync(list.path ?? '', 'utf8')).toBe(
      'what\tfile\tline\treason\nset aside\ta b c.txt\t\tno text\n',
    )
  })
})
