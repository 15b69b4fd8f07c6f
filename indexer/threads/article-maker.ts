import { availableParallelism } from 'node:os'
import type { Article } from '../../engine/article.ts'
import { makeArticle, type ArticleOptions } from '../make-article.ts'
import { Unreadable, type Draft } from '../read/draft.ts'
import type { ArticleAnswer, ArticleThreadStart } from './article-thread.ts'
import { ThreadPool } from './thread-pool.ts'

/** Which threads make articles. */
export interface MakerOptions extends ArticleOptions {
  /** Default: one for each core, none on a single one. */
  readonly threads?: number
  /** From so many characters on threads are worth their start. Default: two million, some 400 articles. */
  readonly fewest?: number
}

/**
 * Makes articles of drafts: the first ones in the calling thread, and when they become many, in threads of their own. It makes no
 * difference to the articles.
 */
export class ArticleMaker {
  readonly #options: ArticleOptions
  readonly #pool: ThreadPool<Draft, ArticleAnswer> | undefined
  readonly #fewest: number
  #characters = 0

  constructor(options: MakerOptions) {
    const cores = availableParallelism()
    const { lists, today, threads = cores > 1 ? cores : 0, fewest = 2_000_000 } = options
    const start: ArticleThreadStart = { folder: lists.folder, version: lists.version, today }
    const script = new URL('./article-thread.ts', import.meta.url)
    this.#options = options
    this.#pool = threads > 0 ? new ThreadPool({ script, start, threads }) : undefined
    this.#fewest = fewest
  }

  /**
   * Rejects with Unreadable when cleaning leaves no text, with ThreadEnded when a thread ended at this article, and
   * with ThreadsUnusable when no thread can work.
   */
  async make(draft: Draft): Promise<Article> {
    this.#characters += draft.text.length
    if (!this.#pool || this.#characters < this.#fewest || !this.#pool.isReady())
      return makeArticle(draft, this.#options)
    const answer = await this.#pool.run(draft)
    if (answer.kind === 'unreadable') throw new Unreadable(answer.reason)
    if (answer.kind === 'failed') throw new Error(answer.reason)
    return answer.article
  }

  async close(): Promise<void> {
    await this.#pool?.close()
  }
}
