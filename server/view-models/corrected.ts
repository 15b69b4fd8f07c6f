import { withoutUndone, type Correction } from '../../indexer/pipeline.ts'
import { counted } from './counting.ts'
import { describeCorrection, type Naming } from './describe-correction.ts'

/** What was just corrected, with the way back from it. */
export interface Corrected {
  readonly message: string
  /** What the button takes back; '' where it was taken back already. */
  readonly undo: string
  readonly undoLabel: string
  /** The page to come back to. */
  readonly back: string
}

/** Tells of a correction by its id; undefined where the file has none of that id. `changed` counts articles, where that is known. */
export function buildCorrected(
  id: string,
  all: readonly Correction[],
  { changed, back, naming }: { changed: number | undefined; back: string; naming: Naming },
): Corrected | undefined {
  const correction = all.find((each) => each.id === id)
  if (!correction) return undefined
  const stands = withoutUndone(all).includes(correction)
  const isUndo = correction.do === 'undo'
  return {
    message:
      `${describeCorrection(correction, all, naming)}. ${effectOf(correction, changed)}`.trim(),
    undo: stands ? id : '',
    undoLabel: isUndo ? 'Redo' : 'Undo',
    back,
  }
}

function effectOf(correction: Correction, changed: number | undefined): string {
  if (changed === undefined || correction.do === 'rename') return ''
  return changed === 0 ? 'No article changed.' : `${counted(changed, 'article')} changed.`
}
