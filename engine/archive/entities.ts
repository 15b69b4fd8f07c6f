import type { DatabaseSync } from 'node:sqlite'
import { noValue, type BroaderValue, type FacetName } from '../article.ts'
import { redirectOf } from './given-names.ts'
import { chunksOf, foldName, longest } from './names.ts'
import { prepare } from './prepare.ts'

/** A facet value that a name stands for. */
export interface EntityMatch {
  readonly id: string
  /** The name as written in the articles or lists that matched. */
  readonly name: string
}

/**
 * The name to show for a value: the one that a correction gives, else the one that most articles give, ties in alphabetical order;
 * `noValue` for itself; undefined for an unknown id.
 */
export function displayName(db: DatabaseSync, facet: FacetName, id: string): string | undefined {
  return displayNames(db, facet, [id]).get(id)
}

/** The names to show for values; unknown ids are left out. */
export function displayNames(
  db: DatabaseSync,
  facet: FacetName,
  ids: readonly string[],
): Map<string, string> {
  const rows = prepare(
    db,
    `select id, name, articles from entity_name
       where facet = ? and id in (select value from json_each(?)) and full >= 1 and articles > 0
       order by id, full, articles, name desc`,
  ).all(facet, JSON.stringify(ids))
  // The last of an id stays.
  const names = new Map(rows.map((row) => [String(row['id']), String(row['name'])]))
  return ids.includes(noValue) ? names.set(noValue, noValue) : names
}

/** The name that most articles give a value, whatever a correction calls it; undefined where none has it. */
export function givenByArticles(
  db: DatabaseSync,
  facet: FacetName,
  id: string,
): string | undefined {
  const row = prepare(
    db,
    `select name from entity_name where facet = ? and id = ? and full = 1 and articles > 0
       order by articles desc, name limit 1`,
  ).get(facet, id)
  return row && String(row['name'])
}

/** By how many articles each of these values is given, or stands above one that is; values without any are left out. */
export function articlesWith(
  db: DatabaseSync,
  facet: FacetName,
  ids: readonly string[],
): Map<string, number> {
  // An article gives a value one full name; 2 is one that a correction gives.
  const rows = prepare(
    db,
    `select id, sum(articles) as n from entity_name
       where facet = ? and id in (select value from json_each(?)) and full = 1 and articles > 0 group by id`,
  ).all(facet, JSON.stringify(ids))
  return new Map(rows.map((row) => [String(row['id']), Number(row['n'])]))
}

/**
 * The values that a name typed by a reader stands for: those with this id (its hyphens may be spaces; a former one stands for its
 * successor), name or spelling (hyphens and spaces aside), or else those whose name contains its words. Most frequent first, at most `limit`.
 */
export function findEntities(
  db: DatabaseSync,
  facet: FacetName,
  name: string,
  limit: number,
): EntityMatch[] {
  const folded = foldName(name)
  if (folded === noValue) return [{ id: noValue, name: noValue }]
  const words = chunksOf(name).flatMap(({ parts }) => parts)
  if (words.length === 0) return []
  const id = folded.replaceAll(' ', '-')
  // A branch for each index, and one of them named: left to itself, SQLite reads the whole facet.
  const named = prepare(
    db,
    `select id, name, sum(articles) as n from (
         select id, name, articles from entity_name where facet = ?1 and id = ?2 and articles > 0
         union all
         select id, name, articles from entity_name indexed by entity_by_folded_name where facet = ?1 and folded in (?3, ?5) and articles > 0 and id <> ?2
       ) group by id order by n desc, id limit ?4`,
  ).all(facet, redirectOf(db, facet, id) ?? id, folded, limit, folded.replaceAll('-', ' '))
  const rows = named.length > 0 ? named : findContaining(db, facet, folded, words, limit)
  return rows.map((row) => ({ id: String(row['id']), name: String(row['name']) }))
}

function findContaining(
  db: DatabaseSync,
  facet: FacetName,
  folded: string,
  words: readonly string[],
  limit: number,
) {
  // Whole words only: "ran" is not Iran. instr needs no escaping, unlike like.
  return prepare(
    db,
    `select id, name, sum(articles) as n from entity_name
       where facet = ?1 and articles > 0 and full >= 1 and id in (
           select id from entity_word where facet = ?1 and (word = ?2 or word = ?3))
         and (instr(' ' || replace(folded, '-', ' ') || ' ', ?4) > 0
           or replace(replace(folded, '-', ''), ' ', '') = ?3)
       group by id order by n desc, id limit ?5`,
  ).all(facet, longest(words), words.join(''), ` ${folded.replaceAll('-', ' ')} `, limit)
}

/** The values above a value, nearest first, with the names to show. */
export function broaderOf(db: DatabaseSync, facet: FacetName, id: string): BroaderValue[] {
  const rows = prepare(
    db,
    `select broader, min(level) as nearest from entity_broader
       where facet = ? and id = ? and articles > 0 group by broader order by nearest, broader`,
  ).all(facet, id)
  return rows.map((row) => {
    const above = String(row['broader'])
    return { id: above, name: displayName(db, facet, above) ?? above }
  })
}

/** Ids of the values below a value, at any distance, in alphabetical order. */
export function narrowerOf(db: DatabaseSync, facet: FacetName, id: string): string[] {
  return prepare(
    db,
    'select distinct id from entity_broader where facet = ? and broader = ? and articles > 0 order by id',
  )
    .all(facet, id)
    .map((row) => String(row['id']))
}
