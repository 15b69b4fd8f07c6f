import type { DatabaseSync } from 'node:sqlite'
import type { FacetName } from '../article.ts'
import type { ValueKey } from './extracted.ts'
import { addWords, forgetNames } from './count-names.ts'
import { foldName } from './names.ts'
import { prepare } from './prepare.ts'

/** The name that a value is given whatever its articles say. */
export interface GivenName extends ValueKey {
  readonly name: string
}

/** A value that is no more, and the one that its articles have instead. */
export interface Redirect extends ValueKey {
  readonly into: string
}

/** Replaces all names and redirects that values were given before by these, inside the caller's transaction. */
export function setNaming(
  db: DatabaseSync,
  names: readonly GivenName[],
  redirects: readonly Redirect[],
): void {
  giveNames(db, names)
  setRedirects(db, redirects)
  prepare(
    db,
    `insert into setting values('namings', '1')
     on conflict do update set value = cast(value as integer) + 1`,
  ).run()
}

function giveNames(db: DatabaseSync, names: readonly GivenName[]): void {
  const former = prepare(
    db,
    'update entity_name set articles = 0 where full = 2 returning facet, id',
  ).all()
  const give = prepare(
    db,
    `insert into entity_name values(?, ?, ?, ?, 2, 1)
     on conflict do update set articles = 1`,
  )
  for (const { facet, id, name } of names) {
    give.run(facet, id, name, foldName(name))
    addWords(db, facet, id, name)
  }
  for (const row of former) forgetNames(db, String(row['facet']), String(row['id']))
}

function setRedirects(db: DatabaseSync, redirects: readonly Redirect[]): void {
  prepare(db, 'delete from redirect').run()
  const insert = prepare(db, 'insert or replace into redirect values(?, ?, ?)')
  for (const { facet, id, into } of redirects) insert.run(facet, id, into)
}

/** Which value stands for one that is no more; undefined for a value that was never joined with another. */
export function redirectOf(db: DatabaseSync, facet: FacetName, id: string): string | undefined {
  const row = prepare(db, 'select "into" as target from redirect where facet = ? and id = ?').get(
    facet,
    id,
  )
  return row && String(row['target'])
}

/** How often names were given. */
export function namings(db: DatabaseSync): number {
  const row = prepare(db, "select value from setting where name = 'namings'").get()
  return Number(row?.['value'] ?? 0)
}
