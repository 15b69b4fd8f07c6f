import type { Draft } from '../read/draft.ts'
import { removeRepeatedHeadline } from './repeated-headline.ts'
import { tidyWhitespace } from './whitespace.ts'

/** Raised with every change of a step, so that articles cleaned before it are cleaned again. */
export const cleaningVersion = 'cleaning-1'

// Whitespace first: the later steps compare lines.
const steps: readonly ((draft: Draft) => Draft)[] = [tidyWhitespace, removeRepeatedHeadline]

/** Takes a draft through every cleaning step in order. Title and text are never emptied. */
export function cleanDraft(draft: Draft): Draft {
  return steps.reduce((cleaned, step) => step(cleaned), draft)
}
