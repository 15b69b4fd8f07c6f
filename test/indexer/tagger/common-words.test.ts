import { afterAll, describe, expect, it } from '@jest/globals'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readCommonWords } from '../../../indexer/tagger/common-words.ts'

const folder = mkdtempSync(join(tmpdir(), 'common-words-'))
afterAll(() => {
  rmSync(folder, { recursive: true })
})

function wordsOf(content: string) {
  const file = join(folder, 'common-words.txt')
  writeFileSync(file, content)
  return readCommonWords(file)
}

describe('readCommonWords', () => {
  it.each(['hunt', 'hunts', 'hunted', 'hunting', 'treasuries', 'raging'])('knows "%s"', (word) => {
    expect(wordsOf('hunt\nrage\ntreasury\n').has(word)).toBe(true)
  })

  it('does not know other words', () => {
    expect(wordsOf('hunt\n').has('hunter')).toBe(false)
  })

  it('names the line that is no word', () => {
    expect(() => wordsOf('hunt\nWitch Hunt\n')).toThrow(
      /common-words\.txt, line 2: "Witch Hunt" is not one word/,
    )
  })
})
