import type { DatabaseSync } from 'node:sqlite'
import type { FacetName } from '../article.ts'
import { prepare } from './prepare.ts'

/** A word of a value's names. */
export interface EntityWord {
  readonly id: string
  /** Folded, see `nameWords`. */
  readonly word: string
}

/** A name or spelling of a value. */
export interface EntityName {
  readonly id: string
  readonly name: string
  /** How often articles give it, as a name or as a spelling. */
  readonly articles: number
}

/** Ids of values one of whose names or spellings has this very word, folded. */
export function idsWithWord(
  db: DatabaseSync,
  facet: FacetName,
  word: string,
  limit: number,
): string[] {
  return prepare(db, 'select id from entity_word where facet = ? and word = ? limit ?')
    .all(facet, word, limit)
    .map((row) => String(row['id']))
}

/** Other words in the names of the values that have a word: at most two letters longer or shorter, with one of these initials. */
export function wordsBeside(
  db: DatabaseSync,
  facet: FacetName,
  word: string,
  initials: string,
): EntityWord[] {
  // The cross join makes SQLite begin with the values that have the word, not with all words of the facet.
  const rows = prepare(
    db,
    `select beside.id, beside.word from entity_word as own
       cross join entity_word as beside on beside.facet = ?1 and beside.id = own.id
       where own.facet = ?1 and own.word = ?2 and beside.word <> ?2
         and length(beside.word) between length(?2) - 2 and length(?2) + 2
         and instr(?3, substr(beside.word, 1, 1)) > 0`,
  ).all(facet, word, initials)
  return rows.map((row) => ({ id: String(row['id']), word: String(row['word']) }))
}

/** Every name and spelling of these values, the most frequent of each value first. */
export function namesOf(db: DatabaseSync, facet: FacetName, ids: readonly string[]): EntityName[] {
  const rows = prepare(
    db,
    `select id, name, sum(articles) as n from entity_name
       where facet = ? and id in (select value from json_each(?)) and articles > 0
       group by id, name order by id, n desc, name`,
  ).all(facet, JSON.stringify(ids))
  return rows.map((row) => ({
    id: String(row['id']),
    name: String(row['name']),
    articles: Number(row['n']),
  }))
}
