import { availableParallelism } from 'node:os'
import { setImmediate as answersTaken } from 'node:timers/promises'
import { makeArticle, type ArticleOptions, type MadeArticle } from '../make-article.ts'
import { Unreadable, type Draft } from '../read/draft.ts'
import type { ArticleAnswer, ArticleThreadStart } from './article-thread.ts'
import { ThreadPool } from './thread-pool.ts'

/** Which threads make articles besides the calling one. */
export interface MakerOptions extends ArticleOptions {
  /** Default: one less than there are cores. */
  readonly threads?: number
  /** From so many characters on they are worth their start. Default: three million, some 500 articles. */
  readonly fewest?: number
}

/**
 * Makes articles of drafts: the first ones in the calling thread; when they become many, in other threads too, and the calling one takes
 * what they have no room for. Where an article is made makes no difference to it.
 */
export class ArticleMaker {
  readonly #options: ArticleOptions
  readonly #pool: ThreadPool<Draft, ArticleAnswer> | undefined
  readonly #fewest: number
  #characters = 0

  constructor(options: MakerOptions) {
    const { lists, today, threads = availableParallelism() - 1, fewest = 3_000_000 } = options
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
  async make(draft: Draft): Promise<MadeArticle> {
    this.#characters += draft.text.length
    if (!this.#pool || this.#characters < this.#fewest) return makeArticle(draft, this.#options)
    if (!this.#pool.hasRoom()) {
      const made = makeArticle(draft, this.#options)
      // Otherwise threads would wait until the whole piece of the file is read.
      await answersTaken()
      return made
    }
    return articleIn(await this.#pool.run(draft))
  }

  async close(): Promise<void> {
    await this.#pool?.close()
  }
}

function articleIn(answer: ArticleAnswer): MadeArticle {
  switch (answer.kind) {
    case 'article':
      return answer.made
    case 'unreadable':
      throw new Unreadable(answer.reason)
    case 'failed':
      throw new Error(answer.reason)
  }
}
