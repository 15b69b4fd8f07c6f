import type { Draft } from '../read/draft.ts'

const heading = /^(?:similar|related|more) (?:news|stories|articles)\b.*$/gim
const teaserEnd = /^read more[ »>›…]*$/gim

/**
 * Cuts the teasers of other articles from the end: what follows a line "Similar News: …" when lines "Read more »" come after it.
 * Without those it may be part of the article, and a text that would lose everything stays whole.
 */
export function removeSimilarNews(draft: Draft): Draft {
  const lastTeaser = Array.from(draft.text.matchAll(teaserEnd)).at(-1)?.index ?? -1
  for (const { index } of draft.text.matchAll(heading)) {
    if (index > lastTeaser) break
    const kept = draft.text.slice(0, index).trimEnd()
    if (kept !== '') return { ...draft, text: kept }
  }
  return draft
}
