import type { Correction } from './correction.ts'
import { withoutUndone } from './standing.ts'

/** A line for each correction, for a terminal: when, whether it is in force, what it says, its id. */
export function listLines(
  corrections: readonly Correction[],
  applied: ReadonlySet<string>,
): string[] {
  const standing = new Set(withoutUndone(corrections))
  return corrections.map((each) => {
    const force = standing.has(each) ? 'in force' : 'taken back'
    const state = applied.has(each.id) ? force : 'not applied yet'
    const columns = [each.at.slice(0, 10).padEnd(10), state.padEnd(15), says(each), each.id]
    return [...columns, each.note].join('  ').trimEnd()
  })
}

function says(each: Correction): string {
  if (each.do === 'undo') return `undo of ${each.of}`
  const what = `${each.do} ${each.facet} ${each.value}${detail(each)}`
  return 'article' in each && each.article !== undefined ? `${what} in ${each.article}` : what
}

function detail(each: Exclude<Correction, { do: 'undo' }>): string {
  switch (each.do) {
    case 'reject':
      return ''
    case 'merge':
      return ` into ${each.into}`
    case 'split':
      return each.surface === '' ? ` from ${each.into}` : ` “${each.surface}” to ${each.into}`
    case 'rename':
      return ` “${each.name}”`
    case 'add':
      return ` “${each.surface}”`
  }
}
