import type { Draft } from '../read/draft.ts'

const heading = /^(?:similar|related|more) (?:news|stories|articles)\b.*$/gim
const teaserEnd = /^read more[ »>›…]*$/gim
/** The page's own sections, above the teasers: "Russia Latest News, Russia Headlines". */
const sections = /(?:^|\n)[^\n.]{1,60} latest news, [^\n.]{1,60} headlines$/i

/**
 * Cuts the teasers of other articles from the end: what follows a line "Similar News: …" when lines "Read more »" come after it, and
 * the sections named right before it. Without those lines it may be part of the article, and a text that would lose everything stays
 * whole.
 */
export function removeSimilarNews(draft: Draft): Draft {
  const lastTeaser = Array.from(draft.text.matchAll(teaserEnd)).at(-1)?.index ?? -1
  for (const { index } of draft.text.matchAll(heading)) {
    if (index > lastTeaser) break
    const kept = draft.text.slice(0, index).trimEnd().replace(sections, '').trimEnd()
    if (kept !== '') return { ...draft, text: kept }
  }
  return draft
}
