import { randomInt } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import { prepare } from './prepare.ts'

/**
 * A mark for the changes of one transaction. Numbers of changes meet again where an archive is put back to an older copy and
 * written further; marks do not. Never 0, which is the mark of no change.
 */
export const newMark = (): number => randomInt(1, 2 ** 48 - 1)

/** Appends a change to the log. */
export function logChange(
  db: DatabaseSync,
  change: { readonly sequence: number; readonly id: string; readonly mark: number },
): void {
  const { sequence, id, mark } = change
  prepare(db, 'insert into change(sequence, id, mark) values(?, ?, ?)').run(sequence, id, mark)
}

/** The mark of a change; 0 for number 0, undefined for one that the log does not have. */
export function changeMark(db: DatabaseSync, number: number): number | undefined {
  if (number === 0) return 0
  const row = prepare(db, 'select mark from change where number = ?').get(number)
  return row && Number(row['mark'])
}
