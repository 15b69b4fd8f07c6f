import type { Match } from './match.ts'

const notWord = /[^\p{L}\p{N}]*/uy

/** Puts matches in reading order; where two overlap, the earlier or else the longer one is whole and the other keeps its remaining words. */
export function withoutOverlaps(text: string, matches: readonly Match[]): Match[] {
  const kept: Match[] = []
  let reached = 0
  for (const match of matches.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (match.end <= reached) continue
    const start = match.start < reached ? afterGap(text, reached) : match.start
    if (start < match.end) {
      kept.push(start === match.start ? match : { ...match, start })
      reached = match.end
    }
  }
  return kept
}

function afterGap(text: string, from: number): number {
  notWord.lastIndex = from
  notWord.test(text)
  return notWord.lastIndex
}
