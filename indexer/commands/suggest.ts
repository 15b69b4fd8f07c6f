/** What people write who know other programs. */
const others: ReadonlyMap<string, string> = new Map([
  ['reindex', 'rebuild'],
  ['check', 'verify'],
  ['delete', 'remove'],
  ['dump', 'export'],
  ['status', 'stats'],
])

/** More letters that differ are another word. */
const mostChanges = 2

/** The name that somebody who wrote `word` may have meant, at most two letters away; undefined where there is none. */
export function suggest(word: string, names: Iterable<string>): string | undefined {
  const known = others.get(word)
  if (known !== undefined) return known
  // Of three letters two are nearly all, and what is no word was meant as a path.
  if (!/^[a-z][a-z-]{3,19}$/i.test(word)) return undefined
  const [nearest] = [...names]
    .map((name) => ({ name, changes: changesBetween(word.toLowerCase(), name) }))
    .sort((a, b) => a.changes - b.changes)
  return nearest !== undefined && nearest.changes <= mostChanges ? nearest.name : undefined
}

/** Letters added, left out or replaced (V. Levenshtein 1966). */
function changesBetween(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let index = 1; index <= a.length; index++) {
    const next = [index]
    for (let at = 1; at <= b.length; at++) {
      const replaced = (row[at - 1] ?? 0) + Number(a[index - 1] !== b[at - 1])
      next.push(Math.min(replaced, (row[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}
