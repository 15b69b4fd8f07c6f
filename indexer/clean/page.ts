import type { Cleaning, Removal } from '../../engine/article.ts'
import type { Draft, LeftOut } from '../read/draft.ts'

/** A piece of a text, in UTF-16 units, end exclusive. */
export interface Range {
  readonly start: number
  readonly end: number
}

/** A line of a text that is not empty, without its line break. */
export interface Line extends Range {
  readonly text: string
}

/** A draft on its way through cleaning; `text` is what the steps so far left of it. */
export interface Page extends Draft {
  readonly titleFrom: Cleaning['titleFrom']
  readonly lines: readonly Line[]
  /** In the text as read. Ascending, not overlapping. */
  readonly removed: readonly Removal[]
}

/** What a step found on a page. */
export interface Finding {
  /** What is to leave `page.text`. Ascending, not overlapping. */
  readonly cut: readonly Range[]
  /** What the page is told besides. */
  readonly fields?: Partial<Pick<Page, 'title' | 'titleFrom' | 'authors'>>
}

/** One step of cleaning. */
export interface Step {
  /** As readers are told: `newsletter prompt`. */
  readonly name: string
  /** Undefined where it finds nothing. */
  readonly find: (page: Page) => Finding | undefined
}

/** The page that a tidied draft begins as. What its reader left out is removed already. */
export function pageOf({ leftOut = [], ...draft }: Draft): Page {
  const lines = linesOf(draft.text)
  return { ...draft, titleFrom: 'source', lines, removed: removalsOf(leftOut, draft.text.length) }
}

function removalsOf(leftOut: readonly LeftOut[], length: number): Removal[] {
  let shift = 0
  return leftOut.map(({ at, step, text }) => {
    const start = Math.min(at, length) + shift
    shift += text.length
    return { step, start, end: start + text.length, text }
  })
}

/** No article has so many; what has is looked at up to here only. */
export const mostLines = 100_000

/** The lines of a text that are not empty, at most `mostLines`. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = []
  for (let start = 0; start < text.length && lines.length < mostLines;) {
    const lineBreak = text.indexOf('\n', start)
    const end = lineBreak < 0 ? text.length : lineBreak
    if (end > start) lines.push({ start, end, text: text.slice(start, end) })
    start = end + 1
  }
  return lines
}

/** Takes a page through a step. A page that would lose all its text stays as it is. */
export function takeStep(page: Page, { name, find }: Step): Page {
  const found = find(page)
  if (!found) return page
  if (found.cut.length === 0) return { ...page, ...found.fields }
  const text = without(page.text, found.cut)
  if (text.trim() === '') return page
  return {
    ...page,
    ...found.fields,
    text,
    lines: linesOf(text),
    removed: addRemovals(page, found.cut, name),
  }
}

function without(text: string, cut: readonly Range[]): string {
  const kept: string[] = []
  let at = 0
  for (const { start, end } of cut) {
    kept.push(text.slice(at, start))
    at = end
  }
  return kept.join('') + text.slice(at)
}

/** The removals of a page and new ones: these count in what is left of the text, so each is moved past the former ones, or split by them. */
function addRemovals({ text, removed }: Page, cut: readonly Range[], step: string): Removal[] {
  const all: Removal[] = []
  let [next, shift] = [0, 0]
  const add = (start: number, end: number) => {
    all.push({ step, start: start + shift, end: end + shift, text: text.slice(start, end) })
  }
  for (const { start, end } of cut) {
    let from = start
    for (let former = removed[next]; former; former = removed[++next]) {
      const at = former.start - shift
      if (at >= end) break
      if (at > from) add(from, at)
      from = Math.max(from, at)
      all.push(former)
      shift += former.end - former.start
    }
    add(from, end)
  }
  return all.concat(removed.slice(next))
}

/** Breaks between lines that went one after the other belong to the removal beside them; alone they would be a piece of nothing. */
export function joinBlankRemovals(removed: readonly Removal[]): Removal[] {
  const joined: Removal[] = []
  for (const removal of removed) {
    const last = joined.at(-1)
    const touches = last?.end === removal.start && (isBlank(last) || isBlank(removal))
    if (last && touches) joined[joined.length - 1] = join(last, removal)
    else joined.push(removal)
  }
  return joined
}

const isBlank = ({ text }: Removal) => text.trim() === ''

function join(first: Removal, second: Removal): Removal {
  const { step } = isBlank(first) ? second : first
  return { step, start: first.start, end: second.end, text: first.text + second.text }
}
