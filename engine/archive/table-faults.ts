import type { DatabaseSync } from 'node:sqlite'

/** Something that must not be, and how to find it: each row names one case as `example`. */
interface Rule {
  readonly problem: string
  readonly sql: string
}

const ofNoArticle = (table: string, example: string) =>
  `select ${example} as example from ${table}
   where not exists (select 1 from article where article.sequence = ${table}.sequence)`

const without = (table: string) =>
  `select id as example from article
   where not exists (select 1 from ${table} where ${table}.sequence = article.sequence)`

/** What tables say about each other. */
const rules: readonly Rule[] = [
  { problem: 'originals belong to no article', sql: ofNoArticle('original', 'sequence') },
  { problem: 'keys lead to no article', sql: ofNoArticle('identity', 'key') },
  {
    problem: 'older versions belong to no article',
    sql: ofNoArticle('former_version', 'sequence'),
  },
  {
    problem: 'lists of values belong to no article',
    sql: ofNoArticle('extracted_ids', 'sequence'),
  },
  { problem: 'articles have no list of their values', sql: without('extracted_ids') },
  {
    problem: 'articles are missing from the change log, so no index has them',
    sql: `select id as example from article where not exists (
            select 1 from change where change.sequence = article.sequence and change.id = article.id)`,
  },
  {
    problem: 'sequence numbers stand for two articles in the change log',
    sql: 'select sequence as example from change group by sequence having count(distinct id) > 1',
  },
  {
    problem: 'articles have sequence numbers that will be given again',
    sql: `select id as example from article
          where sequence > (select coalesce(max(seq), 0) from sqlite_sequence where name = 'article')`,
  },
  {
    problem: 'changes have numbers that will be given again',
    sql: `select number as example from change
          where number > (select coalesce(max(seq), 0) from sqlite_sequence where name = 'change')`,
  },
  { problem: 'signatures belong to no article', sql: ofNoArticle('signature', 'sequence') },
  {
    problem: 'signatures are cut off',
    sql: 'select sequence as example from signature where length(bytes) % 4 <> 0',
  },
  {
    problem: 'keys of signatures belong to no article with a signature',
    sql: `select sequence as example from sketch_key
          where not exists (select 1 from signature where signature.sequence = sketch_key.sequence)`,
  },
  {
    problem: 'links join an article with none, or with a younger one',
    sql: `select newer || ' and ' || older as example from family_link
          where older >= newer
          or not exists (select 1 from signature where sequence = newer)
          or not exists (select 1 from signature where sequence = older)`,
  },
  {
    problem: 'families have one article',
    sql: "select family as example from article where family <> '' group by family having count(*) = 1",
  },
  {
    problem: 'families are named for an article that is none of theirs',
    sql: `select family as example from article where family <> '' and not exists (
            select 1 from article as head where head.id = article.family and head.family = article.family)`,
  },
  {
    problem: 'names of values are counted less than once',
    sql: "select facet || ' ' || id || ': ' || name as example from entity_name where articles < 0",
  },
]

/** Where tables contradict each other. */
export interface TableFault {
  readonly problem: string
  readonly cases: number
  readonly example: string
}

/** Compares the tables of an archive with each other: seconds for a million articles. */
export function tableFaults(db: DatabaseSync): TableFault[] {
  return rules.flatMap(({ problem, sql }) => {
    const row = db.prepare(`select count(*) as cases, min(example) as example from (${sql})`).get()
    const cases = Number(row?.['cases'])
    return cases === 0 ? [] : [{ problem, cases, example: String(row?.['example']) }]
  })
}

/** What SQLite finds wrong with the structure of a database; nothing for a sound one. Reads all of it. */
export function structureFaults(db: DatabaseSync): string[] {
  return db
    .prepare('pragma integrity_check')
    .all()
    .map((row) => String(row['integrity_check']))
    .filter((line) => line !== 'ok')
}
