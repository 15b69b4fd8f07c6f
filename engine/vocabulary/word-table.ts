import type { DatabaseSync } from 'node:sqlite'
import { prepare } from '../archive/prepare.ts'
import { LetterForms } from '../text/letter-forms.ts'
import type { Vocabulary } from './vocabulary.ts'

/**
 * The tables of a vocabulary, in any database. Words of letters are kept a second time, as one text for each batch that brought
 * some: 300,000 of them are read in 4 ms, against 45 ms word by word.
 */
export const wordTables = `
  create table word(form text primary key) without rowid;
  create table letter_forms(number integer primary key, forms text not null);
`

/** What a connection is known to have added, so that most words need no statement; forgotten when full, at about 15 MB. */
const addedBy = new WeakMap<DatabaseSync, Set<string>>()
const mostRemembered = 200_000

const lettersOnly = /^\p{L}+$/u

/** Collects the forms of a batch of articles and adds those that the tables lack. Forms are never taken away. */
export class NewForms {
  readonly #db: DatabaseSync
  readonly #added: Set<string>
  readonly #noted = new Set<string>()

  constructor(db: DatabaseSync) {
    this.#db = db
    this.#added = addedBy.get(db) ?? new Set()
    addedBy.set(db, this.#added)
  }

  note(forms: readonly string[]): void {
    for (const form of forms) if (!this.#added.has(form)) this.#noted.add(form)
  }

  /** Adds what was noted, in the transaction that is open. When that is rolled back, say so with `forgetForms`. */
  write(): void {
    const insert = prepare(this.#db, 'insert or ignore into word values(?)')
    // Sorted, because neighbours share a page of the table.
    const inserted = [...this.#noted].sort().filter((form) => insert.run(form).changes > 0)
    const ofLetters = inserted.filter((form) => lettersOnly.test(form))
    if (ofLetters.length > 0) {
      const add = prepare(this.#db, 'insert into letter_forms(forms) values(?)')
      add.run(ofLetters.join('\n'))
    }
    if (this.#added.size + this.#noted.size > mostRemembered) this.#added.clear()
    for (const form of this.#noted) this.#added.add(form)
    this.#noted.clear()
  }
}

/** To be called when a transaction that held `NewForms.write` was rolled back: the tables may lack what it added. */
export function forgetForms(db: DatabaseSync): void {
  addedBy.delete(db)
}

/** After every string that begins with the same characters, in the order of UTF-8 bytes. */
const last = '\u{10ffff}'

/** The vocabulary that a connection sees; follows what others add. */
export class WordTable implements Vocabulary {
  readonly #db: DatabaseSync
  readonly #letterForms = new LetterForms()
  #read = 0

  constructor(db: DatabaseSync) {
    this.#db = db
  }

  formsFrom(prefix: string, limit: number): readonly string[] {
    return prepare(
      this.#db,
      'select form from word where form >= ? and form < ? order by form limit ?',
    )
      .all(prefix, prefix + last, limit)
      .map((row) => String(row['form']))
  }

  letterForms(): LetterForms {
    const grown = prepare(
      this.#db,
      'select number, forms from letter_forms where number > ? order by number',
    ).all(this.#read)
    for (const { number, forms } of grown) {
      this.#letterForms.add(String(forms))
      this.#read = Number(number)
    }
    return this.#letterForms
  }
}
