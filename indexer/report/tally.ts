import type { Outcome } from '../../engine/archive/write.ts'
import type { SetAside } from '../read/find-files.ts'
import type { Progress, RunState } from './progress.ts'
import type { RemarkList } from './remark-list.ts'

/** Counts what becomes of each record and shows it. */
export interface Tally {
  /** So many more bytes of the input have been read. */
  readonly advance: (bytes: number) => void
  stored(outcome: Outcome, at: Omit<SetAside, 'reason'>): void
  unchanged(): void
  setAside(remark: SetAside): void
  counts(): Pick<RunState, 'added' | 'replaced' | 'unchanged'>
}

/** Starts at nothing; remarks go to the list, counts to the display. */
export function startTally(remarks: RemarkList, progress: Progress): Tally {
  const state = { bytes: 0, added: 0, replaced: 0, unchanged: 0, setAside: 0 }
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
      // Shown with the next bytes read: a batch is stored as a whole.
      if (conflict !== undefined) remarks.add('conflict', { ...at, reason: conflict })
    },
    unchanged: () => {
      state.unchanged++
      show()
    },
    setAside: (remark) => {
      state.setAside++
      remarks.add('set aside', remark)
      show()
    },
    counts: () => ({ added: state.added, replaced: state.replaced, unchanged: state.unchanged }),
  }
}
