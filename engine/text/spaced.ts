import { compatible } from './fold.ts'
import { listed } from './listed.ts'

/** Spaces of any width and long dashes; not the tab, which separates columns, and no end of a line. */
const gaps =
  '\u0020\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000—―'
const number = /^(\d{1,4})(?!\d|[.,]\d)/

/** Whether a designator may continue here: one gap, then a digit. */
export function isGapBeforeNumber(text: string, at: number): boolean {
  if (at + 1 >= text.length) return false
  const next = text.charCodeAt(at + 1)
  return next >= 0x30 && next <= 0x39 && gaps.includes(text.charAt(at))
}

/**
 * Whether letters and what follows them after a gap are one designator of a family that the list marks `spaced`, in the
 * capitals of the list: "S" and "300PMU-2", but neither "s" and "300" nor "S" and "300,000"; "P 500" is the share index.
 */
export function isSpacedDesignator(letters: string, follows: string): boolean {
  const numbers = listed.spaced.get(compatible(letters))
  const [, found = ''] = numbers ? (number.exec(compatible(follows)) ?? []) : []
  return numbers?.has(found) ?? false
}
