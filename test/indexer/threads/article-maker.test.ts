import { afterEach, describe, expect, it } from '@jest/globals'
import { makeArticle } from '../../../indexer/make-article.ts'
import type { Draft } from '../../../indexer/read/draft.ts'
import { ArticleMaker } from '../../../indexer/threads/article-maker.ts'
import type { ArticleAnswer, ArticleThreadStart } from '../../../indexer/threads/article-thread.ts'
import { ThreadPool, ThreadsUnusable } from '../../../indexer/threads/thread-pool.ts'
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

function openPool(): ThreadPool<Draft, ArticleAnswer> {
  const start: ArticleThreadStart = { folder: lists.folder, version: lists.version, today }
  const script = new URL('../../../indexer/threads/article-thread.ts', import.meta.url)
  const pool = new ThreadPool<Draft, ArticleAnswer>({ script, start, threads: 1 })
  closing = pool
  return pool
}

function openMaker(fewest: number): ArticleMaker {
  const maker = new ArticleMaker({ lists: otherLists, today, threads: 1, fewest })
  closing = maker
  return maker
}

describe('a thread that makes articles', () => {
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
  it('starts no thread for a few', async () => {
    const maker = openMaker(3_000_000)
    const made = await Promise.all(drafts.map((draft) => maker.make(draft)))
    expect(made.map(({ article }) => article.title)).toEqual(drafts.map(({ title }) => title))
  })

  it('does not mix lists that were changed during a run', async () => {
    const maker = openMaker(0)
    const untilThreadsWork = async () => {
      for (;;) await maker.make(draftOf('Talks', 'They met.'))
    }
    const failure = untilThreadsWork()
    await expect(failure).rejects.toBeInstanceOf(ThreadsUnusable)
    await expect(failure).rejects.toThrow(/the lists in .* were changed during the run/)
  })
})
