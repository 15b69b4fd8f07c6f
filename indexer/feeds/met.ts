import type { Reading } from '../read/source-record.ts'

/** One thing met while visiting a feed or page. */
export type Met =
  | {
      readonly kind: 'reading'
      readonly reading: Reading
      /** Call it when the reading is stored: the next visit knows it then. */
      readonly remember: () => void
    }
  /** An entry that was met before and says the same. */
  | { readonly kind: 'known' }
  /** The end of a visit; `remember` when everything before is stored. */
  | { readonly kind: 'end'; readonly address: string; readonly remember: () => void }
  /** The address gives neither a feed nor an article. */
  | {
      readonly kind: 'failed'
      readonly address: string
      readonly reason: string
      /** Milliseconds after which it wants to be visited again; 0 when it does not say. */
      readonly wait: number
    }
