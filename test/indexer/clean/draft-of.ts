import type { Draft } from '../../../indexer/read/draft.ts'

/** A draft of which only title and text are known. */
export function draftOf(title: string, text: string): Draft {
  return { title, text, outlet: '', published: [], url: '', authors: [], language: '', givenId: '' }
}
