import { cutInside, cutLines } from './cut-lines.ts'
import type { Line, Page, Range, Step } from './page.ts'

const elsewhere = String.raw`related(?: (?:stor(?:y|ies)|articles?|news|coverage|content|videos?|links?|topics?|reading))?|(?:read|see) (?:more|also|too|next)|also (?:read|see|watch)|also on [\p{L}.' ]{2,30}|must[- ]read|recommended(?: for you)?|don['’]t miss|you (?:may|might) also like|full coverage|special coverage|related content from [\p{L}.' ]{2,30}|read more from [\p{L}.' ]{2,40}|most (?:read|popular)|trending(?: now)?`
/** A sentence may begin with these too. */
const ambiguous = String.raw`read|see|watch|more|more (?:on this|from [\p{L}.' ]{2,30})|photos|slideshow|gallery|pictures`
const opening = String.raw`^[(\[*•>–—-]{0,3} ?`
/** "RELATED: …", "( Also on the Gazette: …)": the label alone, or what it leads to. */
const labelled = new RegExp(String.raw`${opening}(?:${elsewhere}) ?(?::|»|>>|›)(?: ?\S.*)?$`, 'iu')
/** "( PHOTOS: …)", "More: …", where no sentence ends. */
const perhapsLabelled = new RegExp(
  String.raw`${opening}(?:${ambiguous}) ?(?::|»|>>|›)(?: ?\S.*)?(?<![.”"])$`,
  'iu',
)
const bare =
  /^(?:read (?:more|on|also|next)|continue reading|keep reading|more on this|see more|load more|show more|most read|you may also like|editor['’]?s['’]? picks?|recommended(?: for you)?|related (?:stories|articles|news|coverage|topics)|slideshow ?\(\d+ images?\)|(?:prev|next) image \d+ of \d+)[ .…»>›:]*$/i
/** A linked headline: "Ruritania: the new rules Read more". */
const linked = /[^.!?:”"] read more[ »>›]{0,5}$/i
const longestTeaser = 200

/** In the middle of a paragraph: "(RELATED: Another headline)". */
const bracketed =
  /\((?:RELATED|SEE ALSO|READ MORE|ALSO READ|READ ALSO|WATCH|PHOTOS|VIDEO|Also on [\p{L}.' ]{2,30}|Related|Also read): [^()\n]{5,200}\)/gu

/**
 * Removes teasers of other articles: lines such as "Related: …", "Also read: …", "Read more »", the headlines that nothing but stands below
 * such a line, and "(RELATED: …)" inside a paragraph.
 */
export const removeTeasers: Step = {
  name: 'teaser',
  find: (page) => {
    const found = new Set(page.lines.flatMap(({ text }, index) => (isTeaser(text) ? [index] : [])))
    for (const index of listAtEnd(page.lines, found)) found.add(index)
    const lines = cutLines(
      page,
      [...found].sort((a, b) => a - b),
    )
    const cut = [...lines, ...insideParagraphs(page, found)].sort((a, b) => a.start - b.start)
    return cut.length === 0 ? undefined : { cut }
  },
}

function isTeaser(line: string): boolean {
  if (line.length > longestTeaser) return false
  return (
    labelled.test(line) ||
    perhapsLabelled.test(line) ||
    bare.test(line) ||
    linked.test(line.slice(-20))
  )
}

/** The lines below a teaser, up to the end of the text, where all of them may be headlines. */
function listAtEnd(lines: readonly Line[], teasers: ReadonlySet<number>): number[] {
  let first = lines.length
  while (first > 0 && (teasers.has(first - 1) || isHeadlineLike(lines[first - 1]?.text ?? '')))
    first--
  while (first < lines.length && !teasers.has(first)) first++
  return lines.slice(first).map((_, index) => first + index)
}

function isHeadlineLike(line: string): boolean {
  return line.length <= 160 && !/[.!”"):…]$/.test(line) && /^[^\p{L}]{0,3}\p{Lu}/u.test(line)
}

function insideParagraphs({ text, lines }: Page, removed: ReadonlySet<number>): Range[] {
  // Once over the whole text costs less than once over each line.
  if (text.search(bracketed) < 0) return []
  return lines.flatMap((line, index) => {
    if (removed.has(index)) return []
    return Array.from(line.text.matchAll(bracketed), (match) => {
      const start = line.start + match.index
      return cutInside(text, start, start + match[0].length)
    })
  })
}
