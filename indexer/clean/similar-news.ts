import type { Draft } from '../read/draft.ts'

const heading = /^(?:similar|related|more) (?:news|stories|articles)\b.*$/gim
const teaserEnd = /^read more\s*[»>›…]*\s*$/im

/**
 * Cuts the teasers of other articles from the end: what follows a line "Similar News: …" when lines "Read more »" come after it.
 * Without those it may be part of the article, and a text that would lose everything stays whole.
 */
export function removeSimilarNews(draft: Draft): Draft {
  for (const { index } of draft.text.matchAll(heading)) {
    const kept = draft.text.slice(0, index).trimEnd()
    if (kept !== '' && teaserEnd.test(draft.text.slice(index))) return { ...draft, text: kept }
  }
  return draft
}
