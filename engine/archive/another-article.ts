import type { DatabaseSync } from 'node:sqlite'
import { prepare } from './prepare.ts'
import { inflate } from './stored-row.ts'

/** As much of a record as tells which article it is. */
export interface Content {
  readonly title: string
  readonly text: string
  /** SHA-256 of the original, hexadecimal. */
  readonly originalHash: string
}

/** Of three words in a row so many are shared by two versions of one article; two articles share next to none. */
const leastShared = 0.1

/**
 * Whether a record cannot be a new version of the stored article, because neither title nor text has anything in common with it: a file
 * name such as latest.html is used again and again. An original that was read before is never another article, whatever is made of it now.
 */
export function isAnotherArticle(db: DatabaseSync, sequence: number, now: Content): boolean {
  const row = prepare(db, 'select title, body, original_hash from article where sequence = ?').get(
    sequence,
  )
  if (row === undefined || row['original_hash'] === now.originalHash) return false
  const title = String(row['title'])
  if (plain(title) === plain(now.title)) return false
  const before = rowsOfWords(inflate(row['body']).toString())
  return share(before, rowsOfWords(now.text)) < leastShared
}

function plain(text: string): string {
  return wordsOf(text).join(' ')
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
}

function rowsOfWords(text: string): ReadonlySet<string> {
  const words = wordsOf(text)
  return new Set(words.map((_, at) => words.slice(at, at + 3).join(' ')))
}

/** Of the shorter text, what the longer one has too. */
function share(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [shorter, longer] = one.size < other.size ? [one, other] : [other, one]
  return shorter.size === 0 ? 0 : shorter.intersection(longer).size / shorter.size
}
