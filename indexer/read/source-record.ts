import type { Readable } from 'node:stream'
import type { DocumentParser } from './document-parser.ts'
import type { Draft } from './draft.ts'
import type { SetAside, SourceFile } from './source-file.ts'

/** The original of one article, found but not parsed: what is unchanged never needs to be. */
export interface SourceRecord {
  readonly kind: 'record'
  readonly file: SourceFile
  /** The line, or the number of the record, from 1, in a file that holds many articles. */
  readonly line: number | undefined
  /** What tells it from others of its file better than the line, such as its address in a web archive. */
  readonly name?: string
  readonly bytes: Uint8Array
  /** With its charset where that is known. */
  readonly mediaType: string
  /** Rejects with Unreadable when the original is no article. */
  readonly parse: () => Promise<Draft>
}

/** One thing met while reading. */
export type Reading = SourceRecord | ({ readonly kind: 'set aside' } & SetAside) | Note

/** Something about a file that its reader should know, though nothing failed. */
export interface Note extends SetAside {
  readonly kind: 'note'
}

/** In bytes; a longer record is set aside unread. */
export const recordLimit = 16 * 1024 * 1024

/** What a reader may say about how files are read. */
export interface ReadingWishes {
  /** Which columns of a table hold which field: `title` is in the column Headline. */
  readonly columns?: ReadonlyMap<string, string> | undefined
  /** What `-` reads; by default the standard input of this process. */
  readonly input?: Readable | undefined
  /** Records of another source, read after the files. */
  readonly more?: (() => AsyncIterable<Reading>) | undefined
}

/** What the readers of files share. */
export interface ReadingTools extends ReadingWishes {
  readonly documents: DocumentParser
  /** Told how many more bytes of the input have been read. */
  readonly advance: (bytes: number) => void
  /** Ends the reading of a long file. */
  readonly stop?: AbortSignal | undefined
}

/** A record, or part of a file, that cannot be read. */
export function setAside(file: SourceFile, line: number | undefined, reason: string): Reading {
  return { kind: 'set aside', file: file.shown, line, reason }
}

/** A remark on a file that is read. */
export function note(file: SourceFile, reason: string): Note {
  return { kind: 'note', file: file.shown, line: undefined, reason }
}

/** Why a record is not read. */
export function tooLong(bytes: number, limit: number): string {
  const megabytes = (count: number) => Math.round(count / (1024 * 1024))
  return `too long for one article: ${megabytes(bytes)} MB, at most ${megabytes(limit)} MB are read`
}
