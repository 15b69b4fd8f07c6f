import { Unreadable } from './draft.ts'
import { systemReason, type SourceFile } from './find-files.ts'
import { readJsonLines } from './json-lines.ts'
import { readPageFile, readTextFile } from './one-article.ts'
import type { Reading, ReadingTools } from './source-record.ts'

/** Reads files one after the other. What cannot be read is set aside and the next one is read. */
export async function* readFiles(
  files: readonly SourceFile[],
  tools: ReadingTools,
): AsyncGenerator<Reading> {
  for (const file of files) {
    try {
      yield* readers[file.kind](file, tools)
    } catch (error) {
      const reason = error instanceof Unreadable ? error.message : systemReason(error)
      yield { kind: 'set aside', file: file.shown, line: undefined, reason }
    }
  }
}

const readers = {
  text: readTextFile,
  page: readPageFile,
  lines: readJsonLines,
} as const
