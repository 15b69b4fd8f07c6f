import type { DatabaseSync } from 'node:sqlite'
import type { Change } from '../archive/archive.ts'
import { facetNames, type StoredArticle } from '../article.ts'
import { analyse } from '../text/analyse.ts'
import { datesOf, encodeFacetRows, undated, visitFacetRows, type FacetRow } from './facet-block.ts'
import { dateMarks, everyArticle, valueMark } from './marks.ts'

/** More blocks than this are joined into one, so that a reader opens quickly after many small runs. */
const mostBlocks = 64

/** Applies changes to an index in one transaction, in their order. */
export function applyChanges(db: DatabaseSync, changes: readonly Change[]): void {
  const last = changes.at(-1)
  if (!last) return
  db.exec('begin immediate')
  try {
    const rows = changes.map((change) => applyChange(db, change))
    db.prepare('insert into facet_block values(?, ?)').run(last.number, encodeFacetRows(rows))
    joinBlocks(db)
    db.prepare('update state set applied = ?').run(last.number)
    db.exec('commit')
  } catch (error) {
    if (db.isTransaction) db.exec('rollback')
    throw error
  }
}

function applyChange(db: DatabaseSync, { sequence, article }: Change): FacetRow {
  const deleted = Number(db.prepare('delete from tokens where rowid = ?').run(sequence).changes)
  if (!article) {
    countArticles(db, -deleted)
    return { sequence, firstDay: undated, lastDay: undated, month: undated, values: undefined }
  }
  const values = facetNames.flatMap((facet) =>
    article.facets[facet].map((value) => valueNumber(db, facet, value.id)),
  )
  db.prepare('insert into tokens(rowid, title, text, facets) values(?, ?, ?, ?)').run(
    sequence,
    analyse(article.title).terms.join(' '),
    analyse(article.text).terms.join(' '),
    marksOf(article, values).join(' '),
  )
  countArticles(db, 1 - deleted)
  return { sequence, ...datesOf(article.published), values: [...new Set(values)] }
}

function marksOf(article: StoredArticle, values: readonly number[]): string[] {
  return [everyArticle, ...dateMarks(article.published), ...values.map(valueMark)]
}

function countArticles(db: DatabaseSync, by: number): void {
  if (by !== 0) db.prepare('update state set articles = articles + ?').run(by)
}

function valueNumber(db: DatabaseSync, facet: string, id: string): number {
  const found = db.prepare('select number from value where facet = ? and id = ?').get(facet, id)
  if (found) return Number(found['number'])
  return Number(
    db.prepare('insert into value(facet, id) values(?, ?)').run(facet, id).lastInsertRowid,
  )
}

/**
 * Joins all blocks into one under the last one's number. Removals are kept in it:
 * a reader that knew an article from an earlier block learns from the joined one that it is gone.
 */
function joinBlocks(db: DatabaseSync): void {
  const blocks = db.prepare('select number, rows from facet_block order by number').all()
  const last = blocks.at(-1)
  if (blocks.length <= mostBlocks || !last) return
  const rows = new Map<number, FacetRow>()
  for (const block of blocks) {
    if (!(block['rows'] instanceof Uint8Array)) continue
    visitFacetRows(block['rows'], (sequence, [firstDay, lastDay], month, values) => {
      rows.set(sequence, { sequence, firstDay, lastDay, month, values: values && [...values] })
    })
  }
  db.exec('delete from facet_block')
  db.prepare('insert into facet_block values(?, ?)').run(
    Number(last['number']),
    encodeFacetRows([...rows.values()]),
  )
}
