import type { DatabaseSync } from 'node:sqlite'
import { prepare } from '../archive/prepare.ts'
import { cellsOf, joinFacetBlocks } from './facet-block.ts'

/** So many blocks of about the same size are joined into one. */
const fanOut = 8
/** What counts as about the same: up to so many times the size of the newest. */
const sameSize = 4

/**
 * Joins the newest facet blocks where eight are of about the same size, again and again: there are some forty at most, so that a reader
 * opens quickly after many small runs, and each row is written some four times for a million articles. Removals are kept: a
 * reader that knew an article from an earlier block learns from the joined one that it is gone. The joined block has the number of
 * its last part; who has read some of the parts reads their rows once more, to the same effect.
 */
export function joinBlocks(db: DatabaseSync): void {
  for (;;) {
    const sizes = prepare(
      db,
      'select number, length(rows) as bytes from facet_block order by number desc limit ?',
    ).all(fanOut)
    const newest = Number(sizes[0]?.['bytes'])
    const isLevel = sizes.every((block) => Number(block['bytes']) <= newest * sameSize)
    if (sizes.length < fanOut || !isLevel) return
    join(db, Number(sizes.at(-1)?.['number']), Number(sizes[0]?.['number']))
  }
}

function join(db: DatabaseSync, first: number, last: number): void {
  const blocks = prepare(db, 'select rows from facet_block where number >= ? order by number')
    .all(first)
    .map((block) => cellsOf(block['rows']))
  prepare(db, 'delete from facet_block where number >= ?').run(first)
  prepare(db, 'insert into facet_block values(?, ?)').run(last, joinFacetBlocks(blocks))
}
