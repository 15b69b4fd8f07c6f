import type { DatabaseSync } from 'node:sqlite'
import { prepare } from './prepare.ts'

/**
 * The article that was made of these very bytes at this very place, though what it says has changed with the way they are read, such as
 * another choice of columns. Undefined where there is none.
 */
export function ofSameRecord(
  db: DatabaseSync,
  origin: string,
  originalHash: string,
): number | undefined {
  const row = prepare(
    db,
    'select sequence from article where original_hash = ? and origin = ?',
  ).get(originalHash, origin)
  return row && Number(row['sequence'])
}
