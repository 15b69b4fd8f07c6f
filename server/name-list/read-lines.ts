import { parse } from '../../engine/query/parse.ts'
import type { Query } from '../../engine/query/query.ts'
import type { Warning } from '../../engine/search-engine.ts'

/** A line of a list, read as a query of its own. */
export interface NameLine {
  /** From 1, among all lines as typed. */
  readonly line: number
  readonly typed: string
  readonly query: Query
  readonly warnings: readonly Warning[]
}

/** A list as understood. */
export interface NameLines {
  readonly lines: readonly NameLine[]
  /** What was left out, and why. */
  readonly problems: readonly string[]
}

/** The most lines of a list. */
export const mostNames = 500
/** The longest line, in UTF-16 units. */
export const longestName = 200

/**
 * Reads a list, a line a query; what stands behind `#` at the beginning of a line or after a space, and what stands twice, does not
 * count. As `phrases` each line is one phrase whatever signs it has: `Al-Shabaab (Somalia)`.
 */
export function readNames(text: string, reading: 'queries' | 'phrases'): NameLines {
  const all = text
    .split(/\r\n|\r|\n/)
    .map((line, at) => ({ line: at + 1, typed: line.replace(/(^|\s)#.*$/, '').trim() }))
    .filter(({ typed }) => typed !== '')
  const once = [...new Map(all.map((each) => [each.typed, each])).values()]
  const short = once.filter(({ typed }) => typed.length <= longestName)
  return {
    lines: short.slice(0, mostNames).map(({ line, typed }) => ({
      ...{ line, typed },
      ...parse(reading === 'queries' ? typed : `"${typed.replaceAll(/["“”„\s]+/g, ' ').trim()}"`),
    })),
    problems: [
      ...leftOut(all.length - once.length, 'stands', 'stand', 'more than once and counts once'),
      ...leftOut(
        once.length - short.length,
        'is',
        'are',
        `longer than ${longestName} characters and left out`,
      ),
      ...leftOut(
        short.length - mostNames,
        'is',
        'are',
        `past the limit of ${mostNames} and left out`,
      ),
    ],
  }
}

function leftOut(lines: number, one: string, several: string, why: string): string[] {
  if (lines <= 0) return []
  return [lines === 1 ? `1 line ${one} ${why}.` : `${lines} lines ${several} ${why}.`]
}
