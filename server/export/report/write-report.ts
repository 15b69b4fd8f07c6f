import { finderOf } from '../../../engine/highlight/find-matches.ts'
import type { StoredArticle } from '../../../engine/article.ts'
import type { Exported } from '../exported.ts'
import { SpoolFolder } from '../spool.ts'
import { reportArticle } from './report-article.ts'
import { reportEnd, reportHead } from './report.ts'
import { Tally } from './tally.ts'

/** A page to read and to print. Its counts stand before the articles, which therefore wait in a spool until all are counted. */
export async function* writeReport(
  exported: Exported,
): AsyncGenerator<string | Uint8Array, void, undefined> {
  await using folder = await SpoolFolder.make()
  const body = await folder.spool()
  const report = new Report(exported)
  for await (const article of exported.articles) await body.append(await report.add(article))
  yield report.head()
  yield* body.read()
  yield report.end()
}

/** A report that grows by one article after the other. */
export class Report {
  readonly #exported: Exported
  readonly #tally = new Tally()
  readonly #finder: ReturnType<typeof finderOf> | undefined

  constructor(exported: Exported) {
    this.#exported = exported
    this.#finder = exported.plan && finderOf(exported.plan)
  }

  /** Counts an article; returns what the report says of it. */
  async add(article: StoredArticle): Promise<Buffer> {
    this.#tally.add(article)
    return Buffer.from((await reportArticle(article, this.#exported, this.#finder)).text)
  }

  /** Goes before the articles, once all were added. */
  head(): string {
    return reportHead(this.#exported, this.#tally).text
  }

  /** Goes behind them. */
  end(): string {
    return reportEnd(this.#tally).text
  }
}
