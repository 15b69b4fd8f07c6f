import type { DatabaseSync } from 'node:sqlite'
import { CollectionRefused, type Collection } from './collections.ts'

/** What a reader thinks of an article in a collection; '' while nobody has said. */
export const relevances = ['relevant', 'perhaps', 'not', ''] as const
export type Relevance = (typeof relevances)[number]

/** An article as it was when it came into a collection, which it stays in even when it leaves the archive. */
export interface Collectable {
  readonly article: string
  readonly sequence: number
  readonly title: string
  readonly outlet: string
  /** As the archive has it; '' for an undated article. */
  readonly published: string
  /** Of title, outlet, date, address and text, see `Fingerprint`. */
  readonly content: string
}

/** An article of a collection. */
export interface CollectedArticle extends Collectable {
  /** ISO 8601 UTC; equal for what was added at once. */
  readonly added: string
  readonly relevance: Relevance
  readonly note: string
}

/** An article in a collection, seen from the article. */
export interface Placement {
  readonly article: string
  readonly collection: number
  readonly name: string
  readonly relevance: Relevance
}

/** In which order a collection is listed. Undated articles come last by date. */
export const collectionOrders = ['added', 'newest', 'oldest', 'outlet', 'title'] as const
export type CollectionOrder = (typeof collectionOrders)[number]

/** The most articles of one collection. */
export const mostCollected = 20_000

const orders: Readonly<Record<CollectionOrder, string>> = {
  added: 'added desc, sequence desc',
  newest: "published = '', published desc, sequence desc",
  oldest: "published = '', published, sequence",
  outlet: 'outlet collate nocase, published, sequence',
  title: 'title collate nocase, sequence',
}

/** The articles of all collections. Who may see or change a collection is asked of `Collections`, which hands it out. */
export class CollectedArticles {
  readonly #db: DatabaseSync

  constructor(db: DatabaseSync) {
    this.#db = db
  }

  list({ id }: Collection, order: CollectionOrder): CollectedArticle[] {
    return this.#db
      .prepare(
        `select * from collection_article where collection = ? and removed = '' order by ${orders[order]}`,
      )
      .all(id)
      .map(readRow)
  }

  /** Which of an owner's collections these articles are in, in alphabetical order of the collections. */
  placesOf(owner: number, articles: readonly string[]): Placement[] {
    const find = this.#db.prepare(
      `select article, collection, name, relevance from collection_article join collection on id = collection
       where article = ? and owner = ? and deleted = '' and removed = '' order by name collate nocase, id`,
    )
    return articles.flatMap((article) =>
      find.all(article, owner).map((row) => ({
        article: String(row['article']),
        collection: Number(row['collection']),
        name: String(row['name']),
        relevance: readRelevance(row['relevance']),
      })),
    )
  }

  /**
   * Adds articles in one transaction; those that are in it stay as they are, and one that was removed comes back with its mark and note.
   * Returns the moment that what was added carries. Throws CollectionRefused, with nothing added, where there would be too many.
   */
  add({ id }: Collection, articles: readonly Collectable[]): string {
    return this.#change(id, (moment) => {
      const insert = this.#db.prepare(
        `insert into collection_article values(?, ?, ?, ?, '', '', '', ?, ?, ?, ?)
         on conflict do update set removed = '', added = excluded.added, title = excluded.title,
           outlet = excluded.outlet, published = excluded.published, content = excluded.content
         where removed <> ''`,
      )
      for (const each of articles) {
        const { article, sequence, title, outlet, published, content } = each
        insert.run(id, article, sequence, moment, title, outlet, published, content)
      }
      this.#refuseTooMany(id)
    })
  }

  /** Takes articles out, to be put back by `putBack`; returns the moment that they carry. */
  remove({ id }: Collection, articles: readonly string[]): string {
    return this.#change(id, (moment) => {
      const remove = this.#db.prepare(
        `update collection_article set removed = ? where collection = ? and article = ? and removed = ''`,
      )
      for (const article of articles) remove.run(moment, id, article)
    })
  }

  /** Takes out again what was added at a moment. */
  takeBack({ id }: Collection, added: string): void {
    this.#change(id, (moment) => {
      this.#db
        .prepare(
          `update collection_article set removed = ? where collection = ? and added = ? and removed = ''`,
        )
        .run(moment, id, added)
    })
  }

  /** Puts back what was taken out at a moment. */
  putBack({ id }: Collection, removed: string): void {
    this.#change(id, () => {
      this.#db
        .prepare(
          `update collection_article set removed = '' where collection = ? and removed = ? and removed <> ''`,
        )
        .run(id, removed)
      this.#refuseTooMany(id)
    })
  }

  /** How many articles came, or went, at a moment. */
  countAt(
    { id }: Collection,
    moment: string,
  ): { readonly added: number; readonly removed: number } {
    const row = this.#db
      .prepare(
        `select coalesce(sum(added = ?2 and removed = ''), 0) as came, coalesce(sum(removed = ?2), 0) as went
         from collection_article where collection = ?1`,
      )
      .get(id, moment)
    return { added: Number(row?.['came']), removed: Number(row?.['went']) }
  }

  /** Returns whether the article is in the collection. */
  mark({ id }: Collection, article: string, relevance: Relevance): boolean {
    return this.#set(id, article, 'relevance', relevance)
  }

  /** Returns whether the article is in the collection. */
  annotate({ id }: Collection, article: string, note: string): boolean {
    return this.#set(id, article, 'note', note)
  }

  #set(id: number, article: string, column: 'relevance' | 'note', value: string): boolean {
    const { changes } = this.#db
      .prepare(
        `update collection_article set ${column} = ? where collection = ? and article = ? and removed = ''`,
      )
      .run(value, id, article)
    if (changes > 0) this.#touch(id, new Date().toISOString())
    return changes > 0
  }

  #refuseTooMany(id: number): void {
    const row = this.#db
      .prepare("select count(*) as n from collection_article where collection = ? and removed = ''")
      .get(id)
    if (Number(row?.['n']) <= mostCollected) return
    throw new CollectionRefused(
      `A collection holds at most ${mostCollected.toLocaleString('en-GB')} articles. Nothing was added; begin another collection.`,
    )
  }

  #touch(id: number, moment: string): void {
    this.#db.prepare('update collection set edited = ? where id = ?').run(moment, id)
  }

  /** Each change has a moment of its own: two within a millisecond would otherwise be taken back together. */
  #change(id: number, work: (moment: string) => void): string {
    this.#db.exec('begin immediate')
    try {
      const moment = this.#newMoment(id)
      work(moment)
      this.#touch(id, moment)
      this.#db.exec('commit')
      return moment
    } catch (error) {
      if (this.#db.isTransaction) this.#db.exec('rollback')
      throw error
    }
  }

  #newMoment(id: number): string {
    const row = this.#db
      .prepare(
        'select max(max(added), max(removed)) as last from collection_article where collection = ?',
      )
      .get(id)
    const last = Date.parse(String(row?.['last'] ?? ''))
    return new Date(Math.max(Date.now(), Number.isNaN(last) ? 0 : last + 1)).toISOString()
  }
}

function readRow(row: Readonly<Record<string, unknown>>): CollectedArticle {
  return {
    article: String(row['article']),
    sequence: Number(row['sequence']),
    title: String(row['title']),
    outlet: String(row['outlet']),
    published: String(row['published']),
    content: String(row['content']),
    added: String(row['added']),
    relevance: readRelevance(row['relevance']),
    note: String(row['note']),
  }
}

/** Unknown words, which nothing writes, count as unmarked. */
export function readRelevance(word: unknown): Relevance {
  return relevances.find((each) => each === word) ?? ''
}
