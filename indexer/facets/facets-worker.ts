import { loadLists } from '../extract/lists.ts'
import { Unreadable } from '../read/draft.ts'
import { answerTasks } from '../workers/answer-tasks.ts'
import { facetsLine, type InputLine } from './facets-line.ts'

/** What became of a line: its facets as a line of JSON, or why it is bad. */
export type LineAnswer =
  | { readonly kind: 'facets'; readonly json: string }
  | { readonly kind: 'bad'; readonly reason: string }

const lists = loadLists()

answerTasks({
  work: (line: InputLine): LineAnswer => {
    try {
      return { kind: 'facets', json: facetsLine(line, lists) }
    } catch (error) {
      return { kind: 'bad', reason: reasonOf(error) }
    }
  },
})

function reasonOf(error: unknown): string {
  if (error instanceof Unreadable) return error.message
  return `extraction failed: ${error instanceof Error ? error.message : String(error)}`
}
