import type { CorrectionFault } from '../corrections/corrections-file.ts'
import type { SetAside } from '../read/find-files.ts'
import type { FirstFew } from './first-few.ts'

/** Articles that are stored but not searchable yet, and why. */
export interface Behind {
  readonly articles: number
  readonly reason: string
}

/** What a run did. */
export interface RunReport {
  /** Its number in the archive's journal. */
  readonly run: number
  readonly added: number
  readonly replaced: number
  readonly unchanged: number
  readonly setAside: Remarks
  /** Records that claim to be an article of the archive and seem to be another one: what was done is said with each. */
  readonly conflicts: Remarks
  /** Remarks on files that were read. */
  readonly notes: FirstFew<SetAside>
  /** Articles without a date whose source gives one that cannot be. */
  readonly refusedDates: FirstFew<RefusedDate>
  /** The file that lists everything set aside and every conflict; undefined when there is nothing to list. */
  readonly listedIn: string | undefined
  /** Paths asked for that do not exist. */
  readonly missing: readonly string[]
  /** Whether it was told to stop before the end. */
  readonly stopped: boolean
  readonly seconds: number
  /** Set when the engine could not follow. */
  readonly behind: Behind | undefined
  /** Lines of the corrections file that say nothing that can be done. */
  readonly skippedCorrections: readonly CorrectionFault[]
}

/** A date of publication that cannot be one, and where it stands. */
export interface RefusedDate extends Omit<SetAside, 'reason'> {
  readonly printed: string
}

/** How often something was remarked, and what, the first ones for each reason; the list on disk has all. */
export interface Remarks {
  readonly count: number
  readonly groups: readonly RemarkGroup[]
}

/** Everything remarked for one reason. */
export interface RemarkGroup {
  readonly reason: string
  readonly count: number
  /** At most `remarksKept`, in reading order. */
  readonly first: readonly SetAside[]
}
