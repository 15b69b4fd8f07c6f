import { loadLists } from '../extract/lists.ts'
import { makeArticle, type MadeArticle } from '../make-article.ts'
import { Unreadable, type Draft } from '../read/draft.ts'
import { answerTasks, startGiven } from './answer-tasks.ts'

/** What a worker needs to make the articles that the main process would. */
export interface ArticleWorkerStart {
  /** Of the lists. */
  readonly folder: string
  /** Of the lists, as the main process read them. */
  readonly version: string
  /** `YYYY-MM-DD` */
  readonly today: string
}

/** What became of a draft. */
export type ArticleAnswer =
  | { readonly kind: 'article'; readonly made: MadeArticle }
  | { readonly kind: 'unreadable'; readonly reason: string }
  | { readonly kind: 'failed'; readonly reason: string }

const { folder, version, today } = startOf(startGiven())
const lists = loadLists(folder)
if (lists.version !== version) {
  throw new Error(`the lists in ${folder} were changed during the run. Run the same command again.`)
}

answerTasks({
  work: (draft: Draft): ArticleAnswer => {
    try {
      return { kind: 'article', made: makeArticle(draft, { lists, today }) }
    } catch (error) {
      if (error instanceof Unreadable) return { kind: 'unreadable', reason: error.message }
      return { kind: 'failed', reason: error instanceof Error ? error.message : String(error) }
    }
  },
})

function startOf(given: unknown): ArticleWorkerStart {
  const isStart =
    typeof given === 'object' &&
    given !== null &&
    'folder' in given &&
    'version' in given &&
    'today' in given
  if (!isStart) throw new Error('it was started without its lists')
  return {
    folder: String(given.folder),
    version: String(given.version),
    today: String(given.today),
  }
}
