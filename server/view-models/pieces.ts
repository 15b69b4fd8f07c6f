import type { Range } from '../../engine/hit.ts'

/** A stretch of text that is marked as a whole, or not. */
export interface Piece {
  readonly text: string
  readonly marked: boolean
}

/** Cuts a text at its matches, which are ascending and do not overlap, so that a template can escape each piece by itself. */
export function cutAtMatches(text: string, matches: readonly Range[]): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const [start, end] of matches) {
    pieces.push({ text: text.slice(at, start), marked: false })
    pieces.push({ text: text.slice(start, end), marked: true })
    at = end
  }
  pieces.push({ text: text.slice(at), marked: false })
  return pieces.filter((piece) => piece.text !== '')
}
