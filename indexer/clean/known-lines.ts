import { findLines } from './cut-lines.ts'
import type { Step } from './page.ts'

/** Removes the lines that are known as boilerplate of the article's outlet. */
export const removeKnownLines: Step = {
  name: 'boilerplate of the outlet',
  find: (page) => {
    if (!page.boilerplate || page.boilerplate.length === 0) return undefined
    const known = new Set(page.boilerplate)
    return findLines(page, ({ text }) => known.has(text))
  },
}
