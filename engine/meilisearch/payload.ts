import type { Archive, Change } from '../archive/archive.ts'
import { documentOf } from './documents.ts'

/** Consecutive changes that are sent together. */
export interface Payload {
  readonly removed: readonly string[]
  readonly documents: readonly Line[]
  /** The last change in it, and its mark. */
  readonly change: number
  readonly mark: number
}

/** A document as a line of NDJSON. */
export interface Line {
  readonly id: string
  readonly json: string
}

const changesAtOnce = 100

/** Meilisearch takes bodies up to 100 MB; a fifth of that keeps both sides' memory small. UTF-16 units, nearly all of them ASCII. */
export const payloadSize = 20_000_000

/** Reads the changes after a number, in order, as payloads of at most `size`. An article larger than that has one to itself. */
export async function* payloadsAfter(
  archive: Archive,
  after: number,
  size: number,
): AsyncGenerator<Payload> {
  let draft = emptyDraft(after)
  for (;;) {
    const changes = archive.changes(draft.change, changesAtOnce)
    if (changes.length === 0) break
    for (const change of changes) {
      const line = lineOf(change)
      if (draft.size > 0 && draft.size + sizeOf(line) > size) {
        yield draft
        draft = emptyDraft(draft.change)
      }
      addChange(draft, change, line)
    }
    // Lets progress and signals through.
    await new Promise((resume) => setImmediate(resume))
  }
  if (draft.size > 0) yield draft
}

/** Undefined for an article that the archive does not have any more. */
export function lineOf({ article }: Pick<Change, 'article'>): Line | undefined {
  return article && { id: article.id, json: JSON.stringify(documentOf(article)) }
}

interface Draft extends Payload {
  readonly removed: string[]
  readonly documents: Line[]
  change: number
  mark: number
  size: number
}

const emptyDraft = (change: number): Draft => ({
  removed: [],
  documents: [],
  change,
  mark: 0,
  size: 0,
})

/** A removal weighs something too, so that a draft with nothing but removals is not empty. */
const sizeOf = (line: Line | undefined) => line?.json.length ?? 20

function addChange(draft: Draft, change: Change, line: Line | undefined): void {
  if (line) draft.documents.push(line)
  else draft.removed.push(change.id)
  draft.change = change.number
  draft.mark = change.mark
  draft.size += sizeOf(line)
}
