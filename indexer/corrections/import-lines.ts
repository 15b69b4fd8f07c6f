import { parseCorrections, type CorrectionFault, type CorrectionsRead } from './corrections-file.ts'
import { correctionLine } from './write-correction.ts'

/** What of some lines can be added to the corrections that there are. */
export interface Selection {
  /** To append as they stand here, in their order. */
  readonly lines: readonly string[]
  /** How many corrections are there already, by their ids. */
  readonly known: number
  readonly faults: readonly CorrectionFault[]
}

/** Chooses the lines to import: every good one whose id the corrections do not have yet. Each keeps its id, moment and note. */
export function selectNew(content: string, present: CorrectionsRead): Selection {
  const earlier = present.corrections.map(correctionLine)
  // One reading of both, so that an imported line may take back one that is there.
  const { corrections, faults } = parseCorrections(
    [...earlier, content.replace(/^\uFEFF/, '')].join('\n'),
  )
  const ids = new Set(present.corrections.map(({ id }) => id))
  const lines: string[] = []
  for (const correction of corrections.slice(earlier.length)) {
    if (ids.has(correction.id)) continue
    ids.add(correction.id)
    lines.push(correctionLine(correction))
  }
  return {
    lines,
    known: corrections.length - earlier.length - lines.length,
    faults: faults.map(({ line, problem }) => ({ line: line - earlier.length, problem })),
  }
}
