import { closeSync, existsSync, fstatSync, openSync, readSync, statSync } from 'node:fs'
import type { DatabaseSync } from 'node:sqlite'
import { IndexUnusable } from './index-fault.ts'

/** Throws IndexUnusable when the file of an index is missing, no database, or shorter than its own header says. Reads 100 bytes. */
export function requireWholeFile(file: string): void {
  if (!existsSync(file)) throw new IndexUnusable('The search index is missing.')
  // Whoever moves pages from the log to the file writes the header first: what is short then has the rest in the log, and what
  // was short when the log was gone already is whole at a second look.
  if (isShort(file) && !hasLog(file) && isShort(file))
    throw new IndexUnusable('The search index is cut off.')
}

/** Of an SQLite file: the page size stands at 16 (1 for 65,536), the number of pages at 28. */
const headerBytes = 100

function isShort(file: string): boolean {
  const header = Buffer.alloc(headerBytes)
  const handle = openSync(file, 'r')
  try {
    const read = readSync(handle, header, 0, headerBytes, 0)
    // Before any page came from the log.
    if (read === 0) return false
    if (read < headerBytes || !header.toString('latin1').startsWith('SQLite format 3'))
      throw new IndexUnusable('The search index is damaged: its file is no database.')
    const pageSize = header.readUInt16BE(16)
    return fstatSync(handle).size < header.readUInt32BE(28) * (pageSize === 1 ? 65_536 : pageSize)
  } finally {
    closeSync(handle)
  }
}

function hasLog(file: string): boolean {
  return (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0
}

/** No term has a space, so nothing matches; FTS5 reads the structure of the whole table before it knows. */
const nothing = '"a term of no article"'

/**
 * Throws what SQLite throws, or IndexUnusable, where parts of an index cannot be read on which every answer depends. Takes some ten
 * milliseconds for 100,000 articles: damage elsewhere is found by who meets it.
 */
export function requireSoundTables(db: DatabaseSync): void {
  for (const { rows } of db.prepare('select rows from facet_block').iterate()) {
    if (!(rows instanceof Uint8Array) || rows.length % Int32Array.BYTES_PER_ELEMENT !== 0)
      throw new IndexUnusable(
        'The search index is damaged: the values of its articles are cut off.',
      )
  }
  db.prepare('select 1 from tokens where tokens match ?').get(nothing)
  db.prepare('select 1 from spellings where spellings match ?').get(nothing)
  db.prepare('select max(number) from value').get()
  db.prepare('select max(form) from word').get()
  db.prepare('select max(number) from letter_forms').get()
}
