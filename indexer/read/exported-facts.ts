import type { Dating } from '../../engine/article.ts'

/** What an exported line says that is taken as it is. */
export interface Exported {
  /** Its id in the archive that it is from; '' for one that is none. */
  readonly id: string
  readonly published: string
  readonly dating: Dating
  readonly dateline: string
}
