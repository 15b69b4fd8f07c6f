import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { DocumentParser } from '../../../indexer/read/document-parser.ts'
import type { Draft } from '../../../indexer/read/draft.ts'
import { findFiles } from '../../../indexer/read/find-files.ts'
import { readFiles } from '../../../indexer/read/read-files.ts'
import type { FileKind } from '../../../indexer/read/source-kinds.ts'
import type { ReadingWishes, SourceRecord } from '../../../indexer/read/source-record.ts'

/** What was read of a folder: drafts, and the place and reason of what was not, in reading order. */
export interface AllRead {
  readonly records: readonly SourceRecord[]
  readonly drafts: readonly Draft[]
  /** As in a report: `a.csv#3: 5 cells, but …`, without the folder. */
  readonly setAside: readonly string[]
  /** Remarks on files. */
  readonly notes: readonly string[]
  /** Bytes told to the progress display. */
  readonly bytes: number
}

/** A folder for input, and the readers. */
export interface ReadDesk {
  readonly folder: string
  write(name: string, content: string | Uint8Array): string
  /** Reads the folder, or these paths. */
  read(paths?: readonly string[], wishes?: Wishes): Promise<AllRead>
  /** Deletes what was written; what parses documents goes on, because it takes time to start. */
  empty(): void
  close(): void
}

type Wishes = ReadingWishes & {
  readonly inputKind?: FileKind
  readonly stop?: AbortSignal
  /** Called for every piece of a file that is read. */
  readonly advanced?: () => void
}

export function openReadDesk(): ReadDesk {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-read-'))
  const documents = new DocumentParser()
  return {
    folder,
    write: (name, content) => {
      const path = join(folder, name)
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, content)
      return path
    },
    read: async (paths = [folder], { inputKind, ...wishes } = {}) => {
      const records: SourceRecord[] = []
      const drafts: Draft[] = []
      const setAside: string[] = []
      const notes: string[] = []
      let bytes = 0
      const tell = (file: string, line: number | undefined, reason: string) =>
        setAside.push(
          `${file.replace(`${folder}/`, '')}${line === undefined ? '' : `#${line}`}: ${reason}`,
        )
      const { files } = findFiles(paths, '/no/such/folder', inputKind)
      const advance = (count: number) => {
        bytes += count
        wishes.advanced?.()
      }
      const tools = { ...wishes, documents, advance }
      for await (const reading of readFiles(files, tools)) {
        if (reading.kind === 'note') notes.push(reading.reason)
        else if (reading.kind === 'set aside') tell(reading.file, reading.line, reading.reason)
        else {
          records.push(reading)
          await reading.parse().then(
            (draft) => drafts.push(draft),
            (error: unknown) =>
              tell(reading.file.shown, reading.line, error instanceof Error ? error.message : ''),
          )
        }
      }
      return { records, drafts, setAside, notes, bytes }
    },
    empty: () => {
      for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true })
    },
    close: () => {
      documents.close()
      rmSync(folder, { recursive: true })
    },
  }
}
