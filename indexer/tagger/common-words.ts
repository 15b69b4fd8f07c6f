import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The list that the project carries; the model card beside it says where it comes from. */
const commonWordsFile = join(import.meta.dirname, '..', '..', 'seeds', 'tagger', 'common-words.txt')

/** English words that are no names when they are written small. */
export interface CommonWords {
  /** Whether the word, by its key, is one of them or its plural, past or -ing form. */
  has(key: string): boolean
  /** Hash of the list. */
  readonly version: string
}

/** Reads a list of words in small letters, one a line. Throws, naming file and line, when a line is anything else. */
export function readCommonWords(file: string = commonWordsFile): CommonWords {
  const content = readFileSync(file, 'utf8')
  const words = content.trimEnd().split('\n')
  const wrong = words.findIndex((word) => !/^[a-z]+$/.test(word))
  if (wrong !== -1)
    throw new Error(
      `${file}, line ${wrong + 1}: "${words[wrong] ?? ''}" is not one word in small letters. Restore the file.`,
    )
  const listed = new Set(words)
  return {
    has: (key) => listed.has(key) || stems(key).some((stem) => listed.has(stem)),
    version: createHash('sha256').update(content).digest('hex').slice(0, 16),
  }
}

function stems(key: string): string[] {
  const [, stem = '', ending] = /^([a-z]{3,}?)(ies|s|es|d|ed|ing)$/.exec(key) ?? []
  if (ending === undefined) return []
  return ending === 'ies' ? [`${stem}y`] : [stem, `${stem}e`]
}
