import type { DatabaseSync } from 'node:sqlite'
import type { Signature } from '../article.ts'
import { prepare } from './prepare.ts'
import { isCopy, keysOf, readSketch, type Sketch } from './sketch.ts'

/**
 * Of the texts that share a key, so many of the oldest are looked at. A key that more have is one of boilerplate; their copies are
 * found by other keys, or among the oldest.
 */
export const mostPerKey = 32

/** Two texts that share fewer keys are not compared. Of two that share half of their rows, one pair in three hundred does. */
const fewestShared = 2

/** The signature of an article; undefined where it has none. */
export function signatureOf(db: DatabaseSync, sequence: number): Signature | undefined {
  const row = prepare(db, 'select bytes, text_hash from signature where sequence = ?').get(sequence)
  const bytes = row?.['bytes']
  return bytes instanceof Uint8Array ? { bytes, textHash: String(row?.['text_hash']) } : undefined
}

/** Adds the keys by which a text is looked up. */
export function addKeys(db: DatabaseSync, sequence: number, sketch: Sketch): void {
  const add = prepare(db, 'insert or ignore into sketch_key values(?, ?)')
  for (const key of keysOf(sketch)) add.run(key, sequence)
}

/** The opposite of `addKeys`. */
export function removeKeys(db: DatabaseSync, sequence: number, sketch: Sketch): void {
  const remove = prepare(db, 'delete from sketch_key where key = ? and sequence = ?')
  for (const key of keysOf(sketch)) remove.run(key, sequence)
}

/**
 * The older articles that a text is a copy of: the oldest with an equal text where there is one, because that one has the same copies;
 * otherwise all that are found by their keys and are alike.
 */
export function olderCopies(db: DatabaseSync, sequence: number, signature: Signature): number[] {
  const equal = oldestEqual(db, signature.textHash)
  if (equal !== undefined && equal < sequence) return [equal]
  const sketch = readSketch(signature)
  const oldest = prepare(
    db,
    'select sequence from sketch_key where key = ? and sequence < ? order by sequence limit ?',
  )
  const met = new Map<number, number>()
  for (const key of keysOf(sketch))
    for (const row of oldest.all(key, sequence, mostPerKey)) count(met, Number(row['sequence']))
  return metOften(met).filter((other) => {
    const found = signatureOf(db, other)
    return found !== undefined && isCopy(sketch, readSketch(found))
  })
}

function oldestEqual(db: DatabaseSync, textHash: string): number | undefined {
  const row = prepare(
    db,
    'select sequence from signature where text_hash = ? order by sequence limit 1',
  ).get(textHash)
  return row && Number(row['sequence'])
}

/**
 * The younger articles whose older copies may be others because of a text that was just stored, or is about to be removed: those that
 * share its keys, and those that share the keys of a text which it takes out of, or keeps out of, the oldest of a key. Reads each of
 * these keys from end to end.
 */
export function youngerConcerned(
  db: DatabaseSync,
  sequence: number,
  signature: Signature,
): Set<number> {
  const concerned = new Set(youngerEqual(db, sequence, signature.textHash))
  const displaced = new Set<number>()
  const keys: number[] = []
  for (const key of keysOf(readSketch(signature))) {
    if (rankOf(db, key, sequence) >= mostPerKey) continue
    keys.push(key)
    const next = firstBeyond(db, key)
    if (next !== undefined) displaced.add(next)
  }
  for (const younger of youngerBy(db, sequence, keys)) concerned.add(younger)
  for (const other of displaced) {
    const found = signatureOf(db, other)
    if (!found) continue
    for (const younger of youngerBy(db, other, keysOf(readSketch(found)))) concerned.add(younger)
  }
  return concerned
}

function youngerEqual(db: DatabaseSync, sequence: number, textHash: string): number[] {
  return prepare(db, 'select sequence from signature where text_hash = ? and sequence > ?')
    .all(textHash, sequence)
    .map((row) => Number(row['sequence']))
}

/** How many older texts have the key; no more than `mostPerKey` are counted. */
function rankOf(db: DatabaseSync, key: number, sequence: number): number {
  const row = prepare(
    db,
    'select count(*) as n from (select 1 from sketch_key where key = ? and sequence < ? limit ?)',
  ).get(key, sequence, mostPerKey)
  return Number(row?.['n'])
}

/** The first text that does not count among the oldest of a key. */
function firstBeyond(db: DatabaseSync, key: number): number | undefined {
  const row = prepare(
    db,
    'select sequence from sketch_key where key = ? order by sequence limit 1 offset ?',
  ).get(key, mostPerKey)
  return row && Number(row['sequence'])
}

function youngerBy(db: DatabaseSync, sequence: number, keys: Iterable<number>): number[] {
  const younger = prepare(db, 'select sequence from sketch_key where key = ? and sequence > ?')
  const met = new Map<number, number>()
  for (const key of keys)
    for (const row of younger.iterate(key, sequence)) count(met, Number(row['sequence']))
  return metOften(met)
}

function count(met: Map<number, number>, sequence: number): void {
  met.set(sequence, (met.get(sequence) ?? 0) + 1)
}

const metOften = (met: ReadonlyMap<number, number>) =>
  [...met].flatMap(([sequence, times]) => (times < fewestShared ? [] : [sequence]))
