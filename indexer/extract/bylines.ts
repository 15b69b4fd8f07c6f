import { offsetsOf, type Reading } from './reading.ts'

/** A longer line is a sentence. UTF-16 units. */
const longestByline = 140

const madeBy =
  /\b(?:reporting|writing|editing|edited|compiled|translated|produced|written) by\s(?!.*\b(?:reporting|writing|editing|edited|compiled|translated|produced|written) by\s)/i

/**
 * Whether the words `from` to `to` stand in a line that says who wrote the article, or behind "Reporting by" and the like, where
 * several may be named: "(Additional reporting by Anna Lind and Omar Haddad in Tunis; Editing by Jo Park)".
 */
export function standsInByline(reading: Reading, from: number, to: number): boolean {
  const { start, end } = offsetsOf(reading, from, to)
  const near = reading.text.slice(Math.max(0, start - longestByline), start)
  const before = near.slice(near.lastIndexOf('\n') + 1)
  const made = madeBy.exec(before)
  if (made && namesOnly(before.slice(made.index + made[0].length))) return true
  if (!/^\s*By:?\s/.test(before)) return false
  const [after = ''] = reading.text.slice(end, end + longestByline).split('\n', 1)
  return after.length < longestByline && namesOnly(before.replace(/^\s*By/, '') + after)
}

/** Names, and what joins them or says where they were. */
function namesOnly(text: string): boolean {
  return text
    .split(/[\s,;:&|/()]+/)
    .every((word) => /^(?:["“]?\p{Lu}|(?:and|in|for|of|the|with|at)?$)/u.test(word))
}
