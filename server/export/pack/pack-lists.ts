import type { StoredArticle } from '../../../engine/article.ts'
import { dayOf, referenceOf } from '../../citations/reference.ts'
import { toRis } from '../../citations/ris.ts'
import { csvArticle, csvHead, csvRow } from '../csv.ts'
import type { Exported } from '../exported.ts'
import { hashText } from '../hash-text.ts'
import { Report } from '../report/write-report.ts'
import type { Spool, SpoolFolder } from '../spool.ts'
import { Packer, type Packed } from '../zip/packed.ts'

/** A file of an evidence pack that grows with every article, ended. */
type Ended = readonly [name: string, packed: Packed]

/** The files of an evidence pack that list articles: all grow with each, so that all say the same of it. */
export class PackLists {
  readonly #exported: Exported
  readonly #csv: Packer
  readonly #ris: Packer
  readonly #hashes: Packer
  readonly #page: Packer
  /** The report's articles: its head is known last and stands first. */
  readonly #body: Spool
  readonly #report: Report

  static async open(exported: Exported, folder: SpoolFolder): Promise<PackLists> {
    const spools = [
      await folder.spool(),
      await folder.spool(),
      await folder.spool(),
      await folder.spool(),
      await folder.spool(),
    ] as const
    const lists = new PackLists(exported, spools)
    await lists.#csv.append(csvHead())
    await lists.#hashes.append(csvRow(['number', 'id', 'file', 'text_sha256', 'original_sha256']))
    return lists
  }

  private constructor(exported: Exported, spools: readonly [Spool, Spool, Spool, Spool, Spool]) {
    const [csv, ris, hashes, page, body] = spools
    this.#exported = exported
    this.#csv = new Packer(csv)
    this.#ris = new Packer(ris)
    this.#hashes = new Packer(hashes)
    this.#page = new Packer(page)
    this.#body = body
    this.#report = new Report(exported)
  }

  /** `number` counts from 1; `file` is where the article's text stands. */
  async add(article: StoredArticle, number: number, file: string): Promise<void> {
    const { id, text, originalHash } = article
    await this.#csv.append(csvArticle(article, number, this.#exported))
    await this.#ris.append(toRis(referenceOf(article, dayOf(this.#exported.at))))
    await this.#hashes.append(csvRow([String(number), id, file, hashText(text), originalHash]))
    await this.#body.append(await this.#report.add(article))
  }

  async *end(): AsyncGenerator<Ended, void, undefined> {
    yield ['articles.csv', await this.#csv.end()]
    yield ['articles.ris', await this.#ris.end()]
    yield ['hashes.csv', await this.#hashes.end()]
    await this.#page.append(this.#report.head())
    for await (const piece of this.#body.read()) await this.#page.append(piece)
    await this.#page.append(this.#report.end())
    yield ['report.html', await this.#page.end()]
  }
}
