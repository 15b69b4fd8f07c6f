import type { Cleaning } from '../../engine/article.ts'
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

/** A draft without what is not part of the article. */
export interface CleanDraft extends Draft {
  readonly dateline: string
  /** Lines beside the byline that print a date, as printed: "Published: 27 April 2016, 10:15". Empty where there is none. */
  readonly printedDates: readonly string[]
  readonly cleaning: Cleaning
}

/** Takes a draft through every cleaning step in order. Throws Unreadable when nothing visible is left of the text. */
export function cleanDraft(draft: Draft): CleanDraft {
  const cleaned = steps.reduce((soFar, step) => step(soFar), draft)
  if (cleaned.text === '') throw new Unreadable('no text')
  const title = cleaned.title === '' ? titleOf(cleaned.text) : cleaned.title
  return {
    ...cleaned,
    title,
    dateline: '',
    printedDates: [],
    cleaning: { titleFrom: 'source', removed: [] },
  }
}
