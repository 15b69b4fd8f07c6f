import type { Removal } from '../article.ts'

/** A stretch of a text as read: kept in the article, or removed by a step of cleaning. */
export type PieceAsRead =
  | { readonly kind: 'kept'; readonly text: string }
  | { readonly kind: 'removed'; readonly text: string; readonly step: string }

/** The text of an article as it was read, in pieces: what cleaning left, and in their places what it removed. None is empty. */
export function piecesAsRead(text: string, removed: readonly Removal[]): PieceAsRead[] {
  const pieces: PieceAsRead[] = []
  let [at, read] = [0, 0]
  for (const { step, start, end, text: removedText } of removed) {
    const kept = text.slice(at, at + start - read)
    if (kept !== '') pieces.push({ kind: 'kept', text: kept })
    pieces.push({ kind: 'removed', text: removedText, step })
    at += start - read
    read = end
  }
  if (at < text.length) pieces.push({ kind: 'kept', text: text.slice(at) })
  return pieces
}

/** The text of an article as it was read, its white space tidied: `article.text` with what cleaning removed put back. */
export function textAsRead(text: string, removed: readonly Removal[]): string {
  return piecesAsRead(text, removed)
    .map((piece) => piece.text)
    .join('')
}
