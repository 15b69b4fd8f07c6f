import { afterEach, describe, expect, it } from '@jest/globals'
import { makeArticle } from '../../../indexer/make-article.ts'
import type { Draft } from '../../../indexer/read/draft.ts'
import { ArticleMaker } from '../../../indexer/workers/article-maker.ts'
import type { ArticleAnswer, ArticleWorkerStart } from '../../../indexer/workers/article-worker.ts'
import { WorkerPool, WorkersUnusable } from '../../../indexer/workers/worker-pool.ts'
import { draftOf } from '../clean/draft-of.ts'
import { lists } from '../test-desk.ts'

const today = '2026-01-31'
const otherLists = { ...lists, version: 'of an hour ago' }

const drafts = Array.from({ length: 20 }, (_, number) =>
  draftOf(
    `Talks in Tehran, day ${number}`,
    `Defence Minister Sergei Shoigu spoke in Tehran of ${number} S-300 launchers, Reuters reported.`,
  ),
)

let closing: { close(): Promise<void> }
afterEach(() => closing.close())

function openPool(): WorkerPool<Draft, ArticleAnswer> {
  const start: ArticleWorkerStart = { folder: lists.folder, version: lists.version, today }
  const script = new URL('../../../indexer/workers/article-worker.ts', import.meta.url)
  const pool = new WorkerPool<Draft, ArticleAnswer>({ script, start, workers: 1 })
  closing = pool
  return pool
}

function openMaker(fewest: number): ArticleMaker {
  const maker = new ArticleMaker({ lists: otherLists, today, workers: 1, fewest })
  closing = maker
  return maker
}

describe('a worker that makes articles', () => {
  it('makes the same as the main one, and tells of a text that cleaning leaves nothing of', async () => {
    const pool = openPool()
    const empty = draftOf('Talks', ' \u200b ')
    const answers = await Promise.all([...drafts, empty].map((draft) => pool.run(draft)))
    expect(answers).toEqual([
      ...drafts.map((draft) => ({
        kind: 'article',
        made: makeArticle(draft, { lists, today }),
      })),
      { kind: 'unreadable', reason: 'no text' },
    ])
  })
})

describe('the making of articles', () => {
  it('is never done here where nothing is for here, nor that of a very long article', async () => {
    const elsewhere = [openMaker(0), openMaker(3_000_000)]
    const long = draftOf('Talks', 'They met. '.repeat(30_000))
    // Other lists, so that only what is made here is made.
    for (const maker of elsewhere) {
      closing = maker
      await expect(maker.make(long)).rejects.toBeInstanceOf(WorkersUnusable)
    }
  })

  it('starts no worker for a few', async () => {
    const maker = openMaker(3_000_000)
    const made = await Promise.all(drafts.map((draft) => maker.make(draft)))
    expect(made.map(({ article }) => article.title)).toEqual(drafts.map(({ title }) => title))
  })

  it('does not mix lists that were changed during a run', async () => {
    const maker = openMaker(0)
    const untilWorkersWork = async () => {
      for (;;) await maker.make(draftOf('Talks', 'They met.'))
    }
    const failure = untilWorkersWork()
    await expect(failure).rejects.toBeInstanceOf(WorkersUnusable)
    await expect(failure).rejects.toThrow(/the lists in .* were changed during the run/)
  })
})
