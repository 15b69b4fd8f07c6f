import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { Change } from '../archive/archive.ts'
import { facetNames, type StoredArticle } from '../article.ts'
import { analyse } from '../text/analyse.ts'
import { forgetForms, NewForms } from '../vocabulary/word-table.ts'
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
    const write = prepareWrites(db)
    const rows = changes.map((change) => applyChange(write, change))
    db.prepare('insert into facet_block values(?, ?)').run(last.number, encodeFacetRows(rows))
    joinBlocks(db)
    write.forms.write()
    db.prepare('update state set applied = ?, mark = ?, articles = articles + ?').run(
      last.number,
      last.mark,
      write.counts.inserted - write.counts.removed,
    )
    db.exec('commit')
  } catch (error) {
    if (db.isTransaction) db.exec('rollback')
    forgetForms(db)
    throw error
  }
}

/** The statements of one batch: preparing them for every article would take longer than running them. */
interface Writes {
  readonly remove: StatementSync
  readonly insert: StatementSync
  readonly findValue: StatementSync
  readonly addValue: StatementSync
  readonly forms: NewForms
  readonly counts: { inserted: number; removed: number }
}

function prepareWrites(db: DatabaseSync): Writes {
  return {
    remove: db.prepare('delete from tokens where rowid = ?'),
    insert: db.prepare('insert into tokens(rowid, title, text, facets) values(?, ?, ?, ?)'),
    findValue: db.prepare('select number from value where facet = ? and id = ?'),
    addValue: db.prepare('insert into value(facet, id) values(?, ?)'),
    forms: new NewForms(db),
    counts: { inserted: 0, removed: 0 },
  }
}

function applyChange(write: Writes, { sequence, article }: Change): FacetRow {
  write.counts.removed += Number(write.remove.run(sequence).changes)
  if (!article) {
    return { sequence, firstDay: undated, lastDay: undated, month: undated, values: undefined }
  }
  const values = facetNames.flatMap((facet) =>
    article.facets[facet].map((value) => valueNumber(write, facet, value.id)),
  )
  const [title, text] = [analyse(article.title), analyse(article.text)]
  write.forms.note(title.forms)
  write.forms.note(text.forms)
  write.insert.run(
    sequence,
    title.terms.join(' '),
    text.terms.join(' '),
    marksOf(article, values).join(' '),
  )
  write.counts.inserted++
  return { sequence, ...datesOf(article.published), values: [...new Set(values)] }
}

function marksOf(article: StoredArticle, values: readonly number[]): string[] {
  return [everyArticle, ...dateMarks(article.published), ...values.map(valueMark)]
}

function valueNumber(write: Writes, facet: string, id: string): number {
  const found = write.findValue.get(facet, id)
  return Number(found ? found['number'] : write.addValue.run(facet, id).lastInsertRowid)
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
