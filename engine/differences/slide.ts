import type { Aligned } from './chunks.ts'

/**
 * Moves what stands in one text only back to the beginning of a paragraph, where that says the same: of “It stayed. It left.” beside
 * “It left.” the first sentence is the addition, not “stayed. It”.
 */
export function slideToParagraphs(stretches: readonly Aligned[]): Aligned[] {
  const slid = [...stretches]
  for (let nth = 1; nth + 1 < slid.length; nth++) {
    const [before, block, after] = slid.slice(nth - 1, nth + 2)
    if (!before || !block || !after || before.kind !== 'same' || after.kind !== 'same') continue
    const by = distanceOf(before, block)
    if (by > 0) slid.splice(nth - 1, 3, ...moveBack(before, block, after, by))
  }
  return slid.filter(({ left, right }) => left.length + right.length > 0)
}

/** A block is moved back by so many chunks at most. */
const farthest = 100

/** How far back a block of one text can be moved to begin a paragraph; 0 where it cannot, or does already. */
function distanceOf(before: Aligned, block: Aligned): number {
  const side = sideOf(block)
  if (block[side][0]?.isFirst) return 0
  const entering = before[side].slice(-farthest)
  const chunks = [...entering, ...block[side]]
  const isFree = (by: number) => entering.at(-by)?.key === chunks.at(-by)?.key
  for (let by = 1; by <= entering.length && isFree(by); by++)
    if (entering.at(-by)?.isFirst) return by
  return 0
}

function moveBack(before: Aligned, block: Aligned, after: Aligned, by: number): Aligned[] {
  const side = sideOf(block)
  const other = side === 'left' ? 'right' : 'left'
  const start = before[side].length - by
  const chunks = [...before[side], ...block[side]]
  const end = start + block[side].length
  return [
    sameOf(side, chunks.slice(0, start), before[other].slice(0, start)),
    { ...block, [side]: chunks.slice(start, end) },
    sameOf(
      side,
      [...chunks.slice(end), ...after[side]],
      [...before[other].slice(start), ...after[other]],
    ),
  ]
}

const sideOf = ({ kind }: Aligned) => (kind === 'only left' ? 'left' : 'right')

function sameOf(side: 'left' | 'right', own: Aligned['left'], others: Aligned['left']): Aligned {
  const [left, right] = side === 'left' ? [own, others] : [others, own]
  return { kind: 'same', left, right }
}
