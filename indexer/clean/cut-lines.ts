import type { Finding, Line, Page, Range, Step } from './page.ts'

/** A step that removes every line of which `isNoise` says so. Longer lines are paragraphs and stay. */
export function lineStep(
  name: string,
  longest: number,
  isNoise: (line: string, page: Page, index: number) => boolean,
): Step {
  return {
    name,
    find: (page) =>
      findLines(page, ({ text }, index) => text.length <= longest && isNoise(text, page, index)),
  }
}

/** What removes the lines that `isNoise` names; undefined for none. */
export function findLines(
  page: Page,
  isNoise: (line: Line, index: number) => boolean,
): Finding | undefined {
  const found: number[] = []
  page.lines.forEach((line, index) => {
    if (isNoise(line, index)) found.push(index)
  })
  return found.length === 0 ? undefined : { cut: cutLines(page, found) }
}

/**
 * The ranges of these lines (indexes, ascending), each run of neighbours with the narrower of the breaks around it: what stood apart
 * from the next paragraph still does.
 */
export function cutLines({ text, lines }: Page, indexes: readonly number[]): Range[] {
  const ranges: Range[] = []
  for (let at = 0; at < indexes.length;) {
    const first = indexes[at] ?? 0
    let last = first
    while (indexes[++at] === last + 1) last++
    const run = { start: lines[first]?.start ?? 0, end: lines[last]?.end ?? text.length }
    const around = { before: lines[first - 1], after: lines[last + 1] }
    ranges.push(withBreak(text, run, around))
  }
  return ranges
}

interface Around {
  readonly before: Line | undefined
  readonly after: Line | undefined
}

function withBreak(text: string, run: Range, { before, after }: Around): Range {
  if (!after) return { start: before ? before.end : 0, end: text.length }
  if (!before) return { start: 0, end: after.start }
  return after.start - run.end <= run.start - before.end
    ? { start: run.start, end: after.start }
    : { start: before.end, end: run.end }
}

/** A piece inside a line, with the space before it or, at the beginning of the line, behind it. */
export function cutInside(text: string, start: number, end: number): Range {
  if (text[start - 1] === ' ') return { start: start - 1, end }
  const opens = start === 0 || text[start - 1] === '\n'
  return { start, end: opens && text[end] === ' ' ? end + 1 : end }
}
