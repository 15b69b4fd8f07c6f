import type { Draft } from '../read/draft.ts'
import { pageOf, type Step } from './page.ts'

/** Longer titles are headlines. */
const longestPrompt = 100

/** Leaves out a title that one of these steps removes as a line: a scraper took "Support the Gazette!" for the headline. */
export function withoutPromptTitle(draft: Draft, prompts: readonly Step[]): Draft {
  if (draft.title === '' || draft.title.length > longestPrompt) return draft
  // On a page of its own, below something else, as a prompt would stand.
  const page = pageOf({ ...draft, text: `x\n${draft.title}` })
  const isPrompt = prompts.some(({ find }) =>
    find(page)?.cut.some(({ end }) => end === page.text.length),
  )
  return isPrompt ? { ...draft, title: '' } : draft
}
