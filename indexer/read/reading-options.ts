import { UsageError } from '../../engine/settings.ts'
import { kindOfFormat, sourceKinds, type FileKind } from './source-kinds.ts'
import { readColumnWishes } from './table/columns.ts'

/** The options of a command line that say how to read, by their names. */
export const readingOptions = ['columns', 'format'] as const

/** Reads `--columns` and `--format`. Throws UsageError for what they do not know. */
export function readReadingOptions(values: ReadonlyMap<string, string>): {
  readonly columns: ReadonlyMap<string, string> | undefined
  readonly inputKind: FileKind | undefined
} {
  const [columns, format] = readingOptions.map((name) => values.get(name))
  return {
    columns: columns === undefined ? undefined : columnsOf(columns),
    inputKind: format === undefined ? undefined : kindOf(format),
  }
}

/** Reads `title=Headline,text=Story`. Throws UsageError for what is no field. */
export function columnsOf(written: string): ReadonlyMap<string, string> {
  const read = readColumnWishes(written)
  if ('fault' in read) throw new UsageError(read.fault)
  return read.columns
}

function kindOf(format: string): FileKind {
  const kind = kindOfFormat(format)
  if (kind !== undefined) return kind
  const known = sourceKinds.map((row) => row.format).join(', ')
  throw new UsageError(`--format does not know ${format}: it is one of ${known}.`)
}
