import type { DatabaseSync } from 'node:sqlite'
import { prepare } from './prepare.ts'
import { olderCopies, signatureOf } from './sketch-keys.ts'

/** The older articles that an article is linked with. */
export function olderLinks(db: DatabaseSync, sequence: number): number[] {
  return prepare(db, 'select older from family_link where newer = ?')
    .all(sequence)
    .map((row) => Number(row['older']))
}

/** Links an article with the older ones that it is a copy of, and with no others. Returns all whose links changed; empty if none did. */
export function linkAgain(db: DatabaseSync, sequence: number): number[] {
  const signature = signatureOf(db, sequence)
  const copies = new Set(signature ? olderCopies(db, sequence, signature) : [])
  const linked = new Set(olderLinks(db, sequence))
  const added = [...copies].filter((other) => !linked.has(other))
  const gone = [...linked].filter((other) => !copies.has(other))
  for (const other of added)
    prepare(db, 'insert into family_link(newer, older) values(?, ?)').run(sequence, other)
  for (const other of gone)
    prepare(db, 'delete from family_link where newer = ? and older = ?').run(sequence, other)
  const changed = [...added, ...gone]
  return changed.length === 0 ? [] : [sequence, ...changed]
}

/** All articles that are linked with one, over however many others; in order, itself among them. */
export function linkedWith(db: DatabaseSync, sequence: number): LinkedArticles {
  const links = new Map<number, number[]>([[sequence, []]])
  const waiting = [sequence]
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    for (const other of neighbours(db, at)) {
      if (!links.has(other)) {
        links.set(other, [])
        waiting.push(other)
      }
      links.get(at)?.push(other)
    }
  }
  return new Map([...links].sort(([a], [b]) => a - b))
}

/** Articles in the order of their sequence numbers, each with those that it is linked with. */
export type LinkedArticles = ReadonlyMap<number, readonly number[]>

function neighbours(db: DatabaseSync, sequence: number): number[] {
  return prepare(
    db,
    `select older as other from family_link where newer = ?1
     union all select newer from family_link where older = ?1`,
  )
    .all(sequence)
    .map((row) => Number(row['other']))
}
