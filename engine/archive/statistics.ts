import type { DatabaseSync } from 'node:sqlite'
import { prepare } from './prepare.ts'

/** How many articles have a value: most frequent first, ties in alphabetical order. */
export type Counts = readonly (readonly [value: string, articles: number])[]

/** What an archive holds. */
export interface ArchiveStatistics {
  readonly articles: number
  readonly sample: number
  /** '' for articles whose publisher is unknown. */
  readonly outlets: Counts
  /** '' for articles whose language was not determined. */
  readonly languages: Counts
  /** In order, '' for undated articles. */
  readonly years: Counts
  /** How publication dates were found and how sure that is: `metadata sure`; `unknown guessed` for undated articles. */
  readonly datings: Counts
  /** Of two articles and more. */
  readonly families: number
  readonly inFamilies: number
  /** Records that could not be taken. */
  readonly setAside: number
  readonly takenDown: number
}

/** A run of the indexer. */
export interface RunOfArchive {
  readonly number: number
  /** ISO 8601 UTC. */
  readonly started: string
  /** undefined for one that goes on, or was ended from outside. */
  readonly finished: string | undefined
  readonly what: string
  /** Its closing counts as it noted them; empty before its end. */
  readonly counts: Readonly<Record<string, number>>
}

/** Counts what an archive holds, reading the table of articles once: seconds for a million. */
export function archiveStatistics(db: DatabaseSync): ArchiveStatistics {
  const tally = {
    outlets: new Map<string, number>(),
    languages: new Map<string, number>(),
    years: new Map<string, number>(),
    datings: new Map<string, number>(),
  }
  let [articles, sample] = [0, 0]
  const rows = prepare(db, 'select outlet, language, published, dating, sample from article')
  for (const row of rows.iterate()) {
    articles++
    sample += Number(row['sample'])
    add(tally.outlets, String(row['outlet']))
    add(tally.languages, String(row['language']))
    add(tally.years, String(row['published']).slice(0, 4))
    add(tally.datings, String(row['dating']))
  }
  return {
    articles,
    sample,
    outlets: byFrequency(tally.outlets),
    languages: byFrequency(tally.languages),
    years: [...tally.years].sort(([a], [b]) => a.localeCompare(b)),
    datings: byFrequency(tally.datings),
    ...countFamilies(db),
    setAside: count(db, 'select count(*) as n from set_aside'),
    takenDown: count(db, 'select count(distinct id) as n from purged'),
  }
}

function add(counts: Map<string, number>, value: string): void {
  counts.set(value, (counts.get(value) ?? 0) + 1)
}

function byFrequency(counts: ReadonlyMap<string, number>): Counts {
  return [...counts].sort(([a, m], [b, n]) => n - m || a.localeCompare(b))
}

function countFamilies(db: DatabaseSync): Pick<ArchiveStatistics, 'families' | 'inFamilies'> {
  const row = prepare(
    db,
    `select count(*) as families, coalesce(sum(members), 0) as articles from (
       select count(*) as members from article where family <> '' group by family having members > 1
     )`,
  ).get()
  return { families: Number(row?.['families']), inFamilies: Number(row?.['articles']) }
}

function count(db: DatabaseSync, sql: string): number {
  return Number(prepare(db, sql).get()?.['n'])
}

/** The last runs, the latest first. */
export function latestRuns(db: DatabaseSync, limit: number): RunOfArchive[] {
  return prepare(db, 'select * from run order by number desc limit ?')
    .all(limit)
    .map((row) => ({
      number: Number(row['number']),
      started: String(row['started']),
      finished: row['finished'] === null ? undefined : String(row['finished']),
      what: String(row['what']),
      counts: readCounts(row['report']),
    }))
}

function readCounts(report: unknown): Record<string, number> {
  if (typeof report !== 'string') return {}
  const read: unknown = JSON.parse(report)
  if (typeof read !== 'object' || read === null) return {}
  const counts: Record<string, number> = {}
  for (const [name, value] of Object.entries(read))
    if (typeof value === 'number') counts[name] = value
  return counts
}
