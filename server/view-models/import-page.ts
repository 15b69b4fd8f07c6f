import type { Correction, Selection } from '../../indexer/pipeline.ts'
import { counted, number } from './counting.ts'
import { describeCorrection, type Naming } from './describe-correction.ts'
import { buildLayout, type Layout } from './layout.ts'

/** What an import would add, before it does. */
export interface ImportPage {
  readonly layout: Layout
  readonly summary: string
  readonly known: string
  /** The beginning of what would be added, as sentences. */
  readonly first: readonly string[]
  readonly more: string
  readonly faults: readonly { readonly line: string; readonly problem: string }[]
  readonly moreFaults: string
  /** The lines to send again; '' where there is nothing to add. */
  readonly lines: string
  readonly button: string
}

const mostShown = 100

export function buildImportPage(
  { lines, known, faults }: Selection,
  chosen: readonly Correction[],
  present: readonly Correction[],
  naming: Naming,
): ImportPage {
  const all = [...present, ...chosen]
  const { length } = lines
  return {
    layout: buildLayout('Import corrections', 'corrections'),
    summary: length === 0 ? 'Nothing to add.' : `${counted(length, 'correction')} can be added.`,
    known:
      known === 0
        ? ''
        : `${counted(known, 'correction')} of these ${known === 1 ? 'is' : 'are'} here already.`,
    first: chosen.slice(0, mostShown).map((each) => describeCorrection(each, all, naming)),
    more: length > mostShown ? `and ${number(length - mostShown)} more` : '',
    faults: faults
      .slice(0, mostShown)
      .map(({ line, problem }) => ({ line: number(line), problem })),
    moreFaults: faults.length > mostShown ? `and ${number(faults.length - mostShown)} more` : '',
    lines: lines.join('\n'),
    button: `Add ${counted(length, 'correction')}`,
  }
}
