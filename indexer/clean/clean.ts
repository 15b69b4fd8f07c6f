import { titleOf, Unreadable, type Draft } from '../read/draft.ts'
import { halveGluedTitle } from './glued-title.ts'
import { replacePromptHeadline } from './prompt-headline.ts'
import { removeRepeatedHeadline } from './repeated-headline.ts'
import { removeSimilarNews } from './similar-news.ts'
import { tidyWhitespace } from './whitespace.ts'

/** Raised with every change of a step, so that articles cleaned before it are cleaned again. */
export const cleaningVersion = 'cleaning-4'

// Whitespace first: the later steps compare lines.
const steps: readonly ((draft: Draft) => Draft)[] = [
  tidyWhitespace,
  replacePromptHeadline,
  halveGluedTitle,
  removeRepeatedHeadline,
  removeSimilarNews,
]

/** Takes a draft through every cleaning step in order. Throws Unreadable when nothing visible is left of the text. */
export function cleanDraft(draft: Draft): Draft {
  const cleaned = steps.reduce((soFar, step) => step(soFar), draft)
  if (cleaned.text === '') throw new Unreadable('no text')
  return cleaned.title === '' ? { ...cleaned, title: titleOf(cleaned.text) } : cleaned
}
