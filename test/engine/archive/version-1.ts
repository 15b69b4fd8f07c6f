import { createHash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { deflateRawSync } from 'node:zlib'

/** The tables of the archive's version 1, as it made them: never to be changed. */
const tables = `
  create table if not exists setting(name text primary key, value text not null) without rowid;

  create table if not exists article(
    sequence integer primary key autoincrement,
    id text not null unique,
    first_indexed text not null,
    title text not null,
    outlet text not null,
    published text not null,
    url text not null,
    authors text not null,
    language text not null,
    origin text not null,
    original_hash text not null,
    processing text not null,
    sample integer not null,
    family text not null,
    dates_mentioned text not null,
    body blob not null,
    facets blob not null
  );
  create index if not exists article_by_original on article(original_hash);
  create index if not exists sample_article on article(sequence) where sample = 1;

  create table if not exists original(sequence integer primary key, media_type text not null, bytes blob not null);

  create table if not exists former_version(
    sequence integer not null, original_hash text not null, replaced text not null,
    primary key(sequence, original_hash)
  ) without rowid;

  create table if not exists identity(key text primary key, sequence integer not null) without rowid;
  create index if not exists identity_by_article on identity(sequence);

  create table if not exists change(number integer primary key autoincrement, sequence integer not null, id text not null);

  create index if not exists change_by_article on change(sequence, number);

  create table if not exists entity_name(
    facet text not null, id text not null, name text not null, folded text not null,
    full integer not null, articles integer not null,
    primary key(facet, id, name, full)
  ) without rowid;
  create index if not exists entity_by_folded_name on entity_name(facet, folded);

  create table if not exists run(
    number integer primary key autoincrement, started text not null, finished text, what text not null, report text
  );
`

/** A value as version 1 stored it: it knew nothing broader. */
interface OldValue {
  readonly id: string
  readonly name: string
  readonly spelling: string
}

/** One article as version 1 would have stored it, and how it folded the names of its one person. */
export interface OldArticle {
  readonly file: string
  readonly title: string
  readonly text: string
  readonly person: OldValue
  readonly foldedName: string
  readonly foldedSpelling: string
}

/** Writes an archive of version 1 with these articles, a setting and a run; each article keeps the id `old-` and its number. */
export function writeVersion1(file: string, articles: readonly OldArticle[]): void {
  mkdirSync(dirname(file), { recursive: true })
  const db = new DatabaseSync(file)
  db.exec(`pragma journal_mode = wal; begin; ${tables} pragma user_version = 1; commit`)
  for (const [index, article] of articles.entries()) writeArticle(db, index + 1, article)
  db.exec("insert into setting values('sample', 'loaded')")
  db.exec("insert into run(started, what) values('2026-01-02T03:04:05.678Z', 'a folder')")
  db.close()
}

function writeArticle(db: DatabaseSync, sequence: number, article: OldArticle): void {
  const { file, title, text, person } = article
  const bytes = Buffer.from(`${title}\n${text}`)
  const hash = createHash('sha256').update(bytes).digest('hex')
  const start = text.indexOf(person.spelling)
  const evidence = [{ field: 'text', start, end: start + person.spelling.length }]
  const people = [{ id: person.id, name: person.name, evidence, rule: 'list' }]
  const facets = { people, places: [], weapons: [], outlet: [], cites: [] }
  db.prepare(
    `insert into article values(?, ?, '2026-01-02T03:04:05.678Z', ?, '', '', '', '[]', '', ?, ?, 'v1', 0, '', '[]', ?, ?)`,
  ).run(
    sequence,
    `old-${sequence}`,
    title,
    file,
    hash,
    deflateRawSync(text),
    deflateRawSync(JSON.stringify(facets)),
  )
  db.prepare("insert into original values(?, 'text/plain', ?)").run(sequence, deflateRawSync(bytes))
  db.prepare('insert into identity values(?, ?)').run(`path:${file}`, sequence)
  db.prepare('insert into change(sequence, id) values(?, ?)').run(sequence, `old-${sequence}`)
  const count = db.prepare(
    "insert into entity_name values('people', ?, ?, ?, ?, 1) on conflict do update set articles = articles + 1",
  )
  count.run(person.id, person.name, article.foldedName, 1)
  count.run(person.id, person.spelling, article.foldedSpelling, 0)
}
