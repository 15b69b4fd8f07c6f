import type { DatabaseSync } from 'node:sqlite'
import { prepare } from './prepare.ts'

/*
 * What an article said before is no key of it any more: another article may say the same. It is remembered beside the keys, so that
 * an article that is taken down is refused in its older versions too. Each article has its own: `former 12 content:ab…`.
 */

/** Turns the contents that an article is known by into former ones, inside the caller's transaction. */
export function keepFormerContents(db: DatabaseSync, sequence: number): void {
  const isContent = `sequence = ?1 and key like 'content:%'`
  prepare(
    db,
    `insert or ignore into identity select 'former ' || sequence || ' ' || key, sequence from identity where ${isContent}`,
  ).run(sequence)
  prepare(db, `delete from identity where ${isContent}`).run(sequence)
}

/** A former content as the key that it was; any other key as it is. */
export function withoutFormer(key: string): string {
  return key.replace(/^former \d+ /, '')
}

/** Notes, inside the caller's transaction, which original an article had before; the same one made into an article anew is no other version. */
export function noteFormer(
  db: DatabaseSync,
  sequence: number,
  { from, to }: { readonly from: string; readonly to: string },
): void {
  if (from === to) return
  const insert = 'insert or replace into former_version values(?, ?, ?)'
  prepare(db, insert).run(sequence, from, new Date().toISOString())
}
