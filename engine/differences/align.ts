import { diffArrays } from 'diff'
import { chunksOf, type Aligned, type Chunk } from './chunks.ts'
import { slideToParagraphs } from './slide.ts'

/** Two texts, aligned. */
export interface Alignment {
  readonly by: 'words' | 'sentences'
  /** In the order of both texts. */
  readonly stretches: readonly Aligned[]
}

/** The work grows with the square of this: less than a tenth of a second where 1,500 words differ. */
const mostDifferences = 1_500

/** Aligns two texts by words; by sentences where too many words differ, and not at all where too many sentences do. */
export function align(left: string, right: string): Alignment {
  const byWords = alignBy('words', left, right)
  if (byWords) return { by: 'words', stretches: slideToParagraphs(byWords) }
  const bySentences = alignBy('sentences', left, right)
  return { by: 'sentences', stretches: bySentences ?? unlike(left, right) }
}

function alignBy(by: Alignment['by'], left: string, right: string): Aligned[] | undefined {
  const [ours, theirs] = [chunksOf(by, left), chunksOf(by, right)]
  const changes = diffArrays(ours.map(keyOf), theirs.map(keyOf), { maxEditLength: mostDifferences })
  let [atLeft, atRight] = [0, 0]
  return changes?.map(({ added, removed, count }) => {
    const inLeft = added ? 0 : count
    const inRight = removed ? 0 : count
    const stretch: Aligned = {
      kind: added ? 'only right' : removed ? 'only left' : 'same',
      left: ours.slice(atLeft, atLeft + inLeft),
      right: theirs.slice(atRight, atRight + inRight),
    }
    atLeft += inLeft
    atRight += inRight
    return stretch
  })
}

const keyOf = ({ key }: Chunk) => key

function unlike(left: string, right: string): Aligned[] {
  return [
    { kind: 'only left', left: chunksOf('sentences', left), right: [] },
    { kind: 'only right', left: [], right: chunksOf('sentences', right) },
  ]
}
