import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { Change } from '../archive/archive.ts'
import { facetNames } from '../article.ts'
import { forgetForms, NewForms } from '../vocabulary/word-table.ts'
import { encodeFacetRows, type FacetRow } from './facet-block.ts'
import { joinBlocks } from './join-blocks.ts'
import { valueMark } from './marks.ts'
import { undated } from './packed-date.ts'
import { prepareChanges, type PreparedArticle, type PreparedChange } from './prepare-change.ts'
import { tokenSeparator } from './tokenizer.ts'

/** Changes applied in one transaction: what it writes is merged with what stands there, and little is repeated after a crash. */
const mostChanges = 2_500

/**
 * Applies batches of changes, in their order and in few transactions, and says after each which change is the last one applied. What
 * was said so is kept when it rejects.
 */
export async function applyBatches(
  db: DatabaseSync,
  batches: AsyncIterable<readonly PreparedChange[]> | Iterable<readonly PreparedChange[]>,
  applied: (last: number) => void,
): Promise<void> {
  let writing: IndexTransaction | undefined
  try {
    for await (const batch of batches) {
      writing ??= new IndexTransaction(db)
      writing.apply(batch)
      if (writing.size < mostChanges) continue
      applied(writing.commit())
      writing = undefined
    }
    if (writing) applied(writing.commit())
  } catch (error) {
    writing?.rollback()
    throw error
  }
}

/** Applies changes in one transaction. */
export function applyChanges(db: DatabaseSync, changes: readonly Change[]): void {
  const writing = new IndexTransaction(db)
  try {
    writing.apply(prepareChanges(changes))
    writing.commit()
  } catch (error) {
    writing.rollback()
    throw error
  }
}

/** Changes that an index takes whole or not at all, in their order. Begins when it is made. */
class IndexTransaction {
  readonly #db: DatabaseSync
  readonly #writes: Writes
  readonly #rows: FacetRow[] = []
  #last = { number: 0, mark: 0 }

  constructor(db: DatabaseSync) {
    this.#db = db
    db.exec('begin immediate')
    this.#writes = prepareWrites(db)
  }

  get size(): number {
    return this.#rows.length
  }

  apply(changes: readonly PreparedChange[]): void {
    for (const change of changes) this.#rows.push(applyChange(this.#writes, change))
    this.#last = changes.at(-1) ?? this.#last
  }

  /** Returns the number of the last change. */
  commit(): number {
    const { number, mark } = this.#last
    const { forms, counts } = this.#writes
    const rows = encodeFacetRows(this.#rows)
    this.#db.prepare('insert into facet_block values(?, ?)').run(number, rows)
    joinBlocks(this.#db)
    forms.write()
    this.#db
      .prepare('update state set applied = ?, mark = ?, articles = articles + ?')
      .run(number, mark, counts.inserted - counts.removed)
    this.#db.exec('commit')
    return number
  }

  rollback(): void {
    if (this.#db.isTransaction) this.#db.exec('rollback')
    forgetForms(this.#db)
  }
}

/** The statements of one transaction: preparing them for every article would take longer than running them. */
interface Writes {
  readonly removeTokens: StatementSync
  readonly removeSpellings: StatementSync
  readonly insertTokens: StatementSync
  readonly insertSpellings: StatementSync
  readonly findValue: StatementSync
  /** Numbers found in this transaction, facet by facet: most values come in many of its articles. */
  readonly knownValues: readonly Map<string, number>[]
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
    knownValues: facetNames.map(() => new Map()),
    addValue: db.prepare('insert into value(facet, id) values(?, ?)'),
    findFamily: db.prepare('select number from family where signature = ?'),
    addFamily: db.prepare('insert into family(signature) values(?)'),
    forms: new NewForms(db),
    counts: { inserted: 0, removed: 0 },
  }
}

function applyChange(write: Writes, { sequence, article }: PreparedChange): FacetRow {
  write.counts.removed += Number(write.removeTokens.run(sequence).changes)
  write.removeSpellings.run(sequence)
  if (!article) return { sequence, date: undated, family: 0, values: undefined }
  const values = article.values.flatMap((ids, facet) =>
    ids.map((id) => valueNumber(write, facet, id)),
  )
  write.insertTokens.run(sequence, article.title, article.text, marksOf(article, values))
  write.insertSpellings.run(sequence, article.spellings)
  write.forms.note(article.forms)
  write.counts.inserted++
  return { sequence, date: article.date, family: familyNumber(write, article.family), values }
}

function marksOf({ marks }: PreparedArticle, values: readonly number[]): string {
  return [marks, ...values.map(valueMark)].join(tokenSeparator)
}

function valueNumber(write: Writes, facet: number, id: string): number {
  const known = write.knownValues[facet]
  const number = known?.get(id)
  if (number !== undefined) return number
  const name = facetNames[facet] ?? ''
  const found = write.findValue.get(name, id)
  const fetched = Number(found ? found['number'] : write.addValue.run(name, id).lastInsertRowid)
  known?.set(id, fetched)
  return fetched
}

function familyNumber(write: Writes, family: string): number {
  if (family === '') return 0
  const found = write.findFamily.get(family)
  return Number(found ? found['number'] : write.addFamily.run(family).lastInsertRowid)
}
