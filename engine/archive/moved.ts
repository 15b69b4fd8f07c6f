import type { DatabaseSync } from 'node:sqlite'
import { existsSync } from 'node:fs'
import { fileOfKey, type IdentityKey } from './identity.ts'
import { prepare } from './prepare.ts'

/** An article that was recognised by what it says, and where it was read now. */
export interface Recognised {
  readonly sequence: number
  readonly origin: string
  readonly keys: readonly IdentityKey[]
}

/**
 * Follows a file that was renamed, inside the caller's transaction: where no file is left at any place that the article is known by, the
 * places where it is recognised take theirs, and its origin is there, so that a later version is taken for one, and another article at
 * the former place is not. While a file is left the record is a copy, and the article stays where it is. Changes nothing that engines show.
 */
export function followMove(
  db: DatabaseSync,
  from: string,
  { sequence, origin, keys }: Recognised,
): void {
  if (from === origin || isAddress(from)) return
  const places = keys.filter(({ kind }) => kind === 'path' || kind === 'given')
  const former = placesOf(db, sequence)
  const wasRead = former.length === 0 ? [fileOfOrigin(from)] : former.map(({ file }) => file)
  if (wasRead.some((file) => file !== undefined && existsSync(file))) return
  for (const { key } of former) prepare(db, 'delete from identity where key = ?').run(key)
  for (const { key } of places)
    prepare(db, 'insert or replace into identity values(?, ?)').run(key, sequence)
  prepare(db, 'update article set origin = ? where sequence = ?').run(origin, sequence)
}

interface Place {
  readonly key: string
  readonly file: string
}

function placesOf(db: DatabaseSync, sequence: number): Place[] {
  return prepare(db, 'select key from identity where sequence = ?')
    .all(sequence)
    .flatMap((row) => {
      const key = String(row['key'])
      const file = fileOfKey(key)
      return file === undefined ? [] : [{ key, file }]
    })
}

const isAddress = (place: string) => /^https?:/i.test(place)

/** Of records without an id only the origin tells the file. A file that is read whole and has no key any more gave it to what it holds now. */
function fileOfOrigin(origin: string): string | undefined {
  return existsSync(origin) ? undefined : origin.replace(/#[^#]*$/s, '')
}
