import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { Change } from '../archive/archive.ts'
import { facetNames, type StoredArticle } from '../article.ts'
import { facetIds } from '../facet-ids.ts'
import { analyse } from '../text/analyse.ts'
import { forgetForms, NewForms } from '../vocabulary/word-table.ts'
import { encodeFacetRows, type FacetRow } from './facet-block.ts'
import { joinBlocks } from './join-blocks.ts'
import { dateMarks, everyArticle, languageMarks, valueMark } from './marks.ts'
import { packDate, undated } from './packed-date.ts'
import { spellingsOf } from './spelled.ts'
import { tokenSeparator } from './tokenizer.ts'

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
  readonly removeTokens: StatementSync
  readonly removeSpellings: StatementSync
  readonly insertTokens: StatementSync
  readonly insertSpellings: StatementSync
  readonly findValue: StatementSync
  /** Numbers found in this batch: most values come in many of its articles. */
  readonly knownValues: Map<string, number>
  readonly addValue: StatementSync
  readonly findFamily: StatementSync
  readonly addFamily: StatementSync
  readonly forms: NewForms
  readonly counts: { inserted: number; removed: number }
}

function prepareWrites(db: DatabaseSync): Writes {
  return {
    removeTokens: db.prepare('delete from tokens where rowid = ?'),
    removeSpellings: db.prepare('delete from spellings where rowid = ?'),
    insertTokens: db.prepare('insert into tokens(rowid, title, text, facets) values(?, ?, ?, ?)'),
    insertSpellings: db.prepare('insert into spellings(rowid, marks) values(?, ?)'),
    findValue: db.prepare('select number from value where facet = ? and id = ?'),
    knownValues: new Map(),
    addValue: db.prepare('insert into value(facet, id) values(?, ?)'),
    findFamily: db.prepare('select number from family where signature = ?'),
    addFamily: db.prepare('insert into family(signature) values(?)'),
    forms: new NewForms(db),
    counts: { inserted: 0, removed: 0 },
  }
}

function applyChange(write: Writes, { sequence, article }: Change): FacetRow {
  write.counts.removed += Number(write.removeTokens.run(sequence).changes)
  write.removeSpellings.run(sequence)
  if (!article) return { sequence, date: undated, family: 0, values: undefined }
  const values = facetNames.flatMap((facet) =>
    facetIds(article, facet).map((id) => valueNumber(write, facet, id)),
  )
  insertArticle(write, article, values)
  write.counts.inserted++
  return {
    sequence,
    date: packDate(article.published),
    family: familyNumber(write, article),
    values,
  }
}

function insertArticle(write: Writes, article: StoredArticle, values: readonly number[]): void {
  const [title, text] = [analyse(article.title), analyse(article.text)]
  const spellings = [spellingsOf('title', title), spellingsOf('text', text)]
  for (const { forms } of spellings) write.forms.note(forms)
  write.insertTokens.run(
    article.sequence,
    title.terms.join(tokenSeparator),
    text.terms.join(tokenSeparator),
    marksOf(article, values).join(tokenSeparator),
  )
  write.insertSpellings.run(
    article.sequence,
    spellings.flatMap(({ marks }) => marks).join(tokenSeparator),
  )
}

function marksOf(article: StoredArticle, values: readonly number[]): string[] {
  return [
    everyArticle,
    ...languageMarks(article.language),
    ...dateMarks(article.published),
    ...values.map(valueMark),
  ]
}

function valueNumber(write: Writes, facet: string, id: string): number {
  const key = `${facet} ${id}`
  const known = write.knownValues.get(key)
  if (known !== undefined) return known
  const found = write.findValue.get(facet, id)
  const number = Number(found ? found['number'] : write.addValue.run(facet, id).lastInsertRowid)
  write.knownValues.set(key, number)
  return number
}

function familyNumber(write: Writes, { family }: StoredArticle): number {
  if (family === '') return 0
  const found = write.findFamily.get(family)
  return Number(found ? found['number'] : write.addFamily.run(family).lastInsertRowid)
}
