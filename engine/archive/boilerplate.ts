import type { DatabaseSync } from 'node:sqlite'
import { sourceColumn } from './article-source.ts'
import { prepare } from './prepare.ts'
import { inflate } from './stored-row.ts'

/** How far the articles of a source were compared. */
export interface ComparedSource {
  readonly source: string
  /** How many were compared the last time; 0 for none. */
  readonly seen: number
  /** How many came since. */
  readonly waiting: number
}

/** What was found by comparing. */
export interface BoilerplateFound {
  readonly sources: readonly ComparedSource[]
  readonly lines: ReadonlyMap<string, readonly string[]>
}

/** A text of a source, to be compared with others. */
export interface SourceText {
  readonly text: string
  /** The same for near-duplicates. */
  readonly copies: string
}

/** The sources of the articles with a higher sequence number, each with how many of these it has, and how it was compared before. */
export function sourcesSince(db: DatabaseSync, sequence: number): ComparedSource[] {
  const rows = prepare(
    db,
    `select source, count(*) as added, coalesce(seen, 0) as seen, coalesce(waiting, 0) as waiting
     from (select ${sourceColumn} as source from article not indexed where sequence > ?)
     left join boilerplate_source using(source) where source <> '' group by source order by source`,
  ).all(sequence)
  return rows.map((row) => ({
    source: String(row['source']),
    seen: Number(row['seen']),
    waiting: Number(row['waiting']) + Number(row['added']),
  }))
}

/** Larger bodies, deflated, are left out: a few of them would fill the memory. In bytes. */
const largestBody = 200_000

/** The latest texts of a source, at most `limit`, one after the other. */
export function* latestTexts(
  db: DatabaseSync,
  source: string,
  limit: number,
): Generator<SourceText> {
  const rows = prepare(
    db,
    `select id, family, body from article where ${sourceColumn} = ? and length(body) <= ${largestBody}
     order by sequence desc limit ?`,
  ).iterate(source, limit)
  for (const row of rows) {
    const family = String(row['family'])
    yield {
      text: inflate(row['body']).toString(),
      copies: family === '' ? String(row['id']) : family,
    }
  }
}

/** Remembers what was found, inside the caller's transaction. A line stays boilerplate for good. */
export function keepBoilerplate(db: DatabaseSync, { sources, lines }: BoilerplateFound): void {
  for (const { source, seen, waiting } of sources) {
    const insert = 'insert or replace into boilerplate_source values(?, ?, ?)'
    prepare(db, insert).run(source, seen, waiting)
  }
  const found = new Date().toISOString()
  for (const [source, list] of lines) {
    for (const line of list) {
      // A known line that is found again stands in articles whose outlet was not known before they were made.
      prepare(
        db,
        'insert into boilerplate values(?, ?, ?, 0) on conflict do update set applied = 0',
      ).run(source, line, found)
    }
  }
}

/** The lines that are known as a source's boilerplate. */
export function boilerplateOf(db: DatabaseSync, source: string): string[] {
  return prepare(db, 'select line from boilerplate where source = ? order by line')
    .all(source)
    .map((row) => String(row['line']))
}

/** Sources some of whose lines may still stand in articles. */
export function unappliedSources(db: DatabaseSync): string[] {
  return prepare(db, 'select distinct source from boilerplate where applied = 0 order by source')
    .all()
    .map((row) => String(row['source']))
}

/** Sequence numbers of a source's articles behind `after`, in order, at most `limit`. */
export function articlesOfSource(
  db: DatabaseSync,
  source: string,
  after: number,
  limit: number,
): number[] {
  return prepare(
    db,
    `select sequence from article where ${sourceColumn} = ? and sequence > ? order by sequence limit ?`,
  )
    .all(source, after, limit)
    .map((row) => Number(row['sequence']))
}
