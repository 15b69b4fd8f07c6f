import type { Draft } from './draft.ts'
import type { SetAside, SourceFile } from './find-files.ts'
import type { PageParser } from './html/page-parser.ts'

/** The original of one article, found but not parsed: what is unchanged never needs to be. */
export interface SourceRecord {
  readonly kind: 'record'
  readonly file: SourceFile
  /** From 1, in a file that holds many articles. */
  readonly line: number | undefined
  readonly bytes: Uint8Array
  readonly mediaType: string
  /** Rejects with Unreadable when the original is no article. */
  readonly parse: () => Promise<Draft>
}

/** One thing met while reading. */
export type Reading = SourceRecord | ({ readonly kind: 'set aside' } & SetAside)

/** In bytes; a longer record is set aside unread. */
export const recordLimit = 16 * 1024 * 1024

/** What the readers of files share. */
export interface ReadingTools {
  readonly pages: PageParser
  /** Told how many more bytes of the input have been read. */
  readonly advance: (bytes: number) => void
  /** Ends the reading of a long file. */
  readonly stop?: AbortSignal | undefined
}
