import type { Draft } from '../read/draft.ts'

/** Below this the two halves may well be meant: "Bye bye", "New York, New York". */
const shortestHalf = 15

/** Halves a title that is glued to itself: "Talks resume in ViennaTalks resume in Vienna". */
export function halveGluedTitle(draft: Draft): Draft {
  const half = draft.title.slice(0, draft.title.length / 2)
  const isDoubled = half.length >= shortestHalf && draft.title === half + half
  return isDoubled ? { ...draft, title: half } : draft
}
