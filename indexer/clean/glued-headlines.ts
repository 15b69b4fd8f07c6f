import type { Page, Range, Step } from './page.ts'

/** What closes a run of headlines that a site puts behind the name of a politician. */
const close = ' MORE'
/** A run of three headlines has fewer characters. */
const longestRun = 700
const shortestRun = 25
/** "Ann (Annie) LeeTalks": a name, and a headline that begins without a blank. "McRay" and the like are names as they are. */
const gluedName =
  /(?:^|[\s(“"])(?:\p{Lu}[\p{L}.'’-]*|\([\p{L}.'’ -]+\)|de|von|van|la)(?: (?:\p{Lu}[\p{L}.'’-]*|\([\p{L}.'’ -]+\)|de|von|van|la)){0,6}? ?\p{Lu}[\p{L}.'’-]*?\p{Ll}\.?(?<!(?:^|[^\p{L}])(?:Mc|Mac|De|Di|La|Le|Van|Fitz))(?=(?:\p{Lu}|\d{4} \p{Lu}))/gu
/** Headlines have none. */
const sentenceEnd = /\p{Ll}{2}[.!?][”"]? \p{Lu}/u
/**
 * Cuts headlines of other articles that are glued to a name, up to the link below them: "Senator Ann LeeTalks resume at last Lee goes
 * home MORE on Monday" keeps "Senator Ann Lee on Monday".
 */
export const removeGluedHeadlines: Step = {
  name: 'related headlines',
  find: ({ text, lines }: Page) => {
    if (!text.includes(close)) return undefined
    const cut = lines.flatMap((line) =>
      line.text.includes(close) ? runsIn(line.text).map((run) => moved(run, line.start)) : [],
    )
    return cut.length === 0 ? undefined : { cut }
  },
}

function runsIn(line: string): Range[] {
  const runs: Range[] = []
  let from = 0
  for (const match of line.matchAll(/ MORE(?![\p{L}\d-])/gu)) {
    const end = match.index + close.length
    const start = runStart(line, Math.max(from, match.index - longestRun), match.index)
    if (start !== undefined) runs.push({ start, end })
    from = end
  }
  return runs
}

/** The first place where a headline is glued to a name. */
function runStart(line: string, from: number, end: number): number | undefined {
  for (const match of line.slice(from, end).matchAll(gluedName)) {
    const start = from + match.index + match[0].length
    if (end - start >= shortestRun && !sentenceEnd.test(line.slice(start, end))) return start
  }
  return undefined
}

function moved({ start, end }: Range, by: number): Range {
  return { start: start + by, end: end + by }
}
