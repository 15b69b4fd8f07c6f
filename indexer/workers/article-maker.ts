import { availableParallelism } from 'node:os'
import { setImmediate as untilNextTurn } from 'node:timers/promises'
import { makeArticle, type ArticleOptions, type MadeArticle } from '../make-article.ts'
import { Unreadable, type Draft } from '../read/draft.ts'
import type { ArticleAnswer, ArticleWorkerStart } from './article-worker.ts'
import { WorkerPool } from './worker-pool.ts'

/** Where articles are made. */
export interface MakerOptions extends ArticleOptions {
  /** Default: as many as there are cores. */
  readonly workers?: number
  /**
   * So many characters are made by the calling process before others are worth their start; with 0 it makes none itself, so that no
   * article can end it. Default: half a million, some 80 articles.
   */
  readonly fewest?: number | undefined
}

/** A longer article is made elsewhere in any case: it may need memory that the calling process must not run out of. In characters. */
const longestHere = 200_000

/**
 * Makes articles of drafts: a few in the calling process, and when they become many, in others. Where an article is made makes no
 * difference to it.
 */
export class ArticleMaker {
  readonly #options: ArticleOptions
  readonly #pool: WorkerPool<Draft, ArticleAnswer>
  readonly #fewest: number
  #characters = 0

  constructor(options: MakerOptions) {
    const { lists, today, workers = availableParallelism(), fewest = 500_000 } = options
    const start: ArticleWorkerStart = { folder: lists.folder, version: lists.version, today }
    const script = new URL('./article-worker.ts', import.meta.url)
    this.#options = options
    this.#pool = new WorkerPool({ script, start, workers })
    this.#fewest = fewest
  }

  /**
   * Rejects with Unreadable when cleaning leaves no text, with WorkerEnded when a worker ended at this article, and
   * with WorkersUnusable when none can work.
   */
  async make(draft: Draft): Promise<MadeArticle> {
    this.#characters += draft.text.length
    if (!this.#isForHere(draft)) return articleIn(await this.#pool.run(draft))
    const made = makeArticle(draft, this.#options)
    // Otherwise a worker could not say that it is ready until the whole piece of the file is read.
    if (this.#characters >= this.#fewest) await untilNextTurn()
    return made
  }

  async close(): Promise<void> {
    await this.#pool.close()
  }

  #isForHere({ text }: Draft): boolean {
    if (this.#fewest === 0 || text.length > longestHere) return false
    return this.#characters < this.#fewest || !this.#pool.isReady()
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
