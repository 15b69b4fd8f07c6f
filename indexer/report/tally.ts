import type { Outcome } from '../../engine/archive/write.ts'
import type { MadeOrRead } from '../make-entries.ts'
import type { SetAside } from '../read/find-files.ts'
import type { Progress, RunState } from './progress.ts'
import { FewKept } from './first-few.ts'
import type { RemarkList } from './remark-list.ts'
import type { RefusedDate, RunReport } from './run-report.ts'

/** Notes kept to be shown. */
const notesKept = 10

/** Counts what becomes of each record and shows it. */
export interface Tally {
  /** So many more bytes of the input have been read. */
  readonly advance: (bytes: number) => void
  stored(outcome: Outcome, at: Omit<SetAside, 'reason'> & { readonly origin: string }): void
  /** What is to be stored is counted when it is. */
  met(item: MadeOrRead): void
  counts(): Pick<RunState, 'added' | 'replaced' | 'unchanged'> &
    Pick<RunReport, 'notes' | 'refusedDates'>
}

/** Starts at nothing; remarks go to the list, counts to the display. `became` is told of each record by its place. */
export function startTally(
  remarks: RemarkList,
  progress: Progress,
  became: (origin: string, what: string) => void = () => undefined,
): Tally {
  const state = { bytes: 0, added: 0, replaced: 0, unchanged: 0, setAside: 0 }
  const notes = new FewKept<SetAside>(notesKept)
  const refusedDates = new FewKept<RefusedDate>(1)
  const show = () => {
    progress.show(state)
  }
  return {
    advance: (bytes) => {
      state.bytes += bytes
      show()
    },
    stored: ({ kind, conflict }, at) => {
      state[kind]++
      became(at.origin, kind)
      // Shown with the next bytes read: a batch is stored as a whole.
      if (conflict !== undefined) remarks.add('conflict', { ...at, reason: conflict })
    },
    met: (item) => {
      if (item.kind === 'note') notes.add(item)
      const refused = refusedDateOf(item)
      if (refused) refusedDates.add(refused)
      if (item.kind === 'unchanged') state.unchanged++
      else if (item.kind === 'set aside') {
        state.setAside++
        remarks.add('set aside', item)
        became(item.origin, item.reason)
      } else return
      show()
    },
    counts: () => ({
      ...{ added: state.added, replaced: state.replaced, unchanged: state.unchanged },
      ...{ notes: notes.kept(), refusedDates: refusedDates.kept() },
    }),
  }
}

function refusedDateOf(item: MadeOrRead): RefusedDate | undefined {
  if (item.kind !== 'entry' || item.refusedDate === undefined) return undefined
  return { ...item.at, printed: item.refusedDate }
}
