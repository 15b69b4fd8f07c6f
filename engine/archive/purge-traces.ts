import type { DatabaseSync } from 'node:sqlite'
import type { StoredArticle } from '../article.ts'
import { sourceColumn, sourceOf } from './article-source.ts'
import { boilerplateOf } from './boilerplate.ts'
import { prepare } from './prepare.ts'
import { inflate, readCleaning } from './stored-row.ts'
import { textAsRead } from './text-as-read.ts'

/**
 * Forgets, inside the caller's transaction, what the archive knows of outlets from removed articles alone: their names, and lines printed
 * around articles of which no other article has them.
 */
export function forgetSources(db: DatabaseSync, removed: readonly StoredArticle[]): void {
  for (const source of new Set(removed.map(sourceOf))) {
    const lines = linesOfNone(db, source)
    const forget = prepare(db, 'delete from boilerplate where source = ? and line = ?')
    for (const line of lines) forget.run(source, line)
    if (!hasArticle(db, source))
      prepare(db, 'delete from boilerplate_source where source = ?').run(source)
  }
}

function hasArticle(db: DatabaseSync, source: string): boolean {
  const any = `select 1 from article where ${sourceColumn} = ? limit 1`
  return prepare(db, any).get(source) !== undefined
}

/** The known lines of a source that stand in none of its articles, as these were read. */
function linesOfNone(db: DatabaseSync, source: string): ReadonlySet<string> {
  const left = new Set(boilerplateOf(db, source))
  if (left.size === 0) return left
  const rows = prepare(
    db,
    `select title_from, removed, body from article where ${sourceColumn} = ?`,
  ).iterate(source)
  for (const row of rows) {
    const asRead = textAsRead(inflate(row['body']).toString(), readCleaning(row).removed)
    for (const line of left) if (asRead.includes(line)) left.delete(line)
    if (left.size === 0) break
  }
  return left
}

/** What stands for the words of a run that may quote an article. */
const withheld = '…'

/**
 * Forgets, inside the caller's transaction, with which words runs were started that name one of these files or addresses: they often are
 * headlines. A file is named where its name is, in whatever folder.
 */
export function forgetRuns(db: DatabaseSync, places: Iterable<string>): void {
  const forget = prepare(
    db,
    `update run set what = ?1, report = json_remove(report, '$.missing')
     where instr(${inWords('what')}, ?2) > 0 or instr(${inWords(`coalesce(report, '')`)}, ?2) > 0`,
  )
  for (const words of new Set([...places].map(wordsOf)))
    if (words !== '') forget.run(withheld, ` ${words} `)
}

const inWords = (column: string) => `' ' || replace(replace(${column}, '/', ' '), '"', ' ') || ' '`

function wordsOf(place: string): string {
  const isAddress = /^https?:/i.test(place)
  const name = isAddress ? place.replace(/^https?:\/+/i, '') : place.replace(/^.*\//s, '')
  return name.replaceAll(/[/"]/g, ' ').trim()
}
