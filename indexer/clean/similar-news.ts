import { cutLines } from './cut-lines.ts'
import type { Step } from './page.ts'

const heading = /^(?:similar|related|more) (?:news|stories|articles)\b/i
const teaserEnd = /^read more[ »>›…]*$/i
/** The page's own sections, above the teasers: "Ruritania Latest News, Ruritania Headlines". */
const sections = /^[^.]{1,60} latest news, [^.]{1,60} headlines$/i
const longestHeading = 200

/**
 * Cuts the teasers of other articles from the end: what follows a line "Similar News: …" when lines "Read more »" come after it, and
 * the sections named right before it. Without those lines it may be part of the article.
 */
export const removeSimilarNews: Step = {
  name: 'similar news',
  find: (page) => {
    const { lines } = page
    const last = lines.findLastIndex(({ text }) => teaserEnd.test(text))
    const first = lines.findIndex(
      ({ text }, index) => index > 0 && text.length <= longestHeading && heading.test(text),
    )
    if (first < 0 || first > last) return undefined
    const from = first > 1 && sections.test(lines[first - 1]?.text ?? '') ? first - 1 : first
    return {
      cut: cutLines(
        page,
        lines.slice(from).map((_, index) => from + index),
      ),
    }
  },
}
