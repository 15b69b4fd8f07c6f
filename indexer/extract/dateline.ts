import { readDateline } from '../clean/dateline.ts'

/** No dateline is longer before its agency, a byline with it. UTF-16 units. */
const longestDateline = 110

/** Whether a name from `start` to `end` is the agency of a dateline: the place, often the day, the agency, a dash. */
export function isDatelineCredit(text: string, start: number, end: number): boolean {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  if (start - lineStart > longestDateline) return false
  const dateline = readDateline(text.slice(lineStart, end + longestDateline))
  return dateline !== undefined && end <= lineStart + dateline.end
}
