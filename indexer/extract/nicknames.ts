import type { NameRun } from './name-run.ts'
import type { Reading } from './reading.ts'

/**
 * Joins the runs on both sides of a nickname in brackets or quotation marks: Howard "Buck" Oldcastle is one name. Where a page
 * repeats a name before it ("Mark Oldcastle Marcus (Mark) Ray Oldcastle"), only the last word before the nickname belongs to it.
 */
export function joinNicknames(runs: readonly NameRun[]): NameRun[] {
  const joined: NameRun[] = []
  for (let at = 0; at < runs.length; at++) {
    const [before, nickname, after] = runs.slice(at, at + 3)
    if (!before) break
    const isOne = nickname && after && isNickname(before, nickname, after)
    joined.push(...(isOne ? withNickname(before, after) : [before]))
    if (isOne) at += 2
  }
  return joined
}

function isNickname(before: NameRun, nickname: NameRun, after: NameRun): boolean {
  if (nickname.parts > 2 || before.reading !== after.reading) return false
  const opening = between(before.reading, before.to, nickname.from)
  const closing = between(before.reading, nickname.to, after.from)
  return /^ [("“'‘]$/.test(opening) && /^[)"”'’] $/.test(closing)
}

function between(reading: Reading, before: number, after: number): string {
  return reading.text.slice(reading.words[before - 1]?.end, reading.words[after]?.start)
}

function withNickname(before: NameRun, after: NameRun): NameRun[] {
  if (before.parts < 3) {
    return [{ ...before, to: after.to, parts: before.parts + after.parts + 1 }]
  }
  const from = before.to - 1
  return [
    { ...before, to: from, parts: before.parts - 1 },
    { ...after, from, parts: after.parts + 2, title: undefined },
  ]
}
