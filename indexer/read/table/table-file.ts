import { charsetOf, decodeText, unmistakableCharset } from '../decode.ts'
import { splitAuthors, Unreadable, webAddress, type Draft } from '../draft.ts'
import type { FieldName } from '../field-names.ts'
import { brokenOff, fileBytes } from '../file-bytes.ts'
import { languageTag } from '../language-tag.ts'
import { withoutMarkup } from '../markup.ts'
import type { SourceFile } from '../source-file.ts'
import {
  note,
  recordLimit,
  setAside,
  tooLong,
  type Reading,
  type ReadingTools,
} from '../source-record.ts'
import { readUnixTime } from '../unix-time.ts'
import { findDelimiter, readCells } from './cells.ts'
import { findColumns, unusedColumns, type Columns } from './columns.ts'
import { closedRows } from './closed-rows.ts'
import type { Row } from './rows.ts'

/** What the first row says about all others. */
interface Head {
  readonly bytes: Uint8Array
  readonly cells: number
  readonly columns: Columns
  /** The names of columns that no field takes. */
  readonly unused: readonly string[]
  readonly delimiter: string
  /** Of the table's beginning: a single row may have too few letters to tell. */
  readonly charset: string
}

/**
 * Reads a `.csv` or `.tsv` file row by row; the first one names the columns. A row of more or fewer cells is set aside. A file that breaks
 * off gives what came before.
 */
export async function* readTableFile(
  file: SourceFile,
  tools: ReadingTools,
): AsyncGenerator<Reading> {
  try {
    const { delimiter, charset, chunks } = await opened(fileBytes(file, tools))
    const rows = withoutBlank(closedRows(chunks, delimiter.charCodeAt(0), recordLimit))
    const first = (await rows.next()).value
    if (!first) throw new Unreadable('no text: the table is empty')
    const head = readHead(first, { delimiter, charset }, tools.columns ?? new Map())
    if (head.unused.length > 0) yield note(file, unusedColumns(head.unused))
    for await (const row of rows) {
      if (tools.stop?.aborted) return
      yield readingOf(file, row, head)
    }
  } catch (error) {
    yield setAside(file, undefined, brokenOff(error))
  }
}

async function* withoutBlank(rows: AsyncIterable<Row>): AsyncGenerator<Row, void> {
  for await (const row of rows) {
    if (!row.bytes?.every((byte) => byte === 32)) yield row
  }
}

/** Long enough for the first row of any table. */
const headBytes = 64 * 1024

/** The stream in a charset whose commas are bytes, and what separates its cells. */
async function opened(chunks: AsyncGenerator<Uint8Array, void>) {
  const next = await chunks.next()
  const first = next.done ? new Uint8Array() : next.value
  const all = joined(first, chunks)
  const utf16 = unmistakableCharset(first)
  if (utf16 !== undefined)
    return { delimiter: delimiterOf(first, utf16), charset: 'utf-8', chunks: recoded(all, utf16) }
  if (first.subarray(0, headBytes).includes(0)) throw new Unreadable('binary, not a table')
  const charset = charsetOf(first)
  return { delimiter: delimiterOf(first, charset), charset, chunks: all }
}

function delimiterOf(first: Uint8Array, charset: string): string {
  const text = new TextDecoder(charset).decode(first.subarray(0, headBytes))
  return findDelimiter(/^[^\r\n]*/.exec(text.trimStart())?.[0] ?? '')
}

async function* joined(
  first: Uint8Array,
  rest: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield first
  yield* rest
}

/** Office programs save "Unicode text" as UTF-16. */
async function* recoded(
  chunks: AsyncIterable<Uint8Array>,
  charset: string,
): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder(charset)
  for await (const chunk of chunks) yield Buffer.from(decoder.decode(chunk, { stream: true }))
}

function readHead(
  row: Row,
  { delimiter, charset }: Pick<Head, 'delimiter' | 'charset'>,
  wishes: ReadonlyMap<string, string>,
): Head {
  if (!row.bytes)
    throw new Unreadable(`the first row, of column names, is ${tooLong(row.length, recordLimit)}`)
  if (row.isOpen) throw new Unreadable('a quotation mark in the first row is never closed')
  const names = readCells(decodeText(row.bytes, charset), delimiter)
  const columns = findColumns(names, wishes)
  const taken = new Set(columns.values())
  return {
    bytes: row.bytes,
    cells: names.length,
    columns,
    unused: names.filter((_, at) => !taken.has(at)),
    delimiter,
    charset,
  }
}

function readingOf(file: SourceFile, row: Row, head: Head): Reading {
  if (row.isOpen)
    return setAside(file, row.line, 'a quotation mark is never closed: the row is left out')
  if (!row.bytes) return setAside(file, row.line, tooLong(row.length, recordLimit))
  const { bytes } = row
  return {
    kind: 'record',
    file,
    line: row.line,
    // A row alone does not say what its cells are.
    bytes: Buffer.concat([head.bytes, Buffer.from('\n'), bytes]),
    mediaType: `text/csv;header=present;charset=${charsetOf(bytes, head.charset)}`,
    parse: async () => withoutMarkup(readRow(bytes, head)),
  }
}

/** Makes a draft of a row. Throws Unreadable when it has another number of cells than the first one, or no text. */
function readRow(bytes: Uint8Array, head: Head): Draft {
  const cells = readCells(decodeText(bytes, head.charset), head.delimiter)
  if (cells.length !== head.cells)
    throw new Unreadable(
      `${cells.length} cells, but the first row has ${head.cells}: a delimiter in a text needs quotation marks around it`,
    )
  const cell = (field: FieldName) => cells[head.columns.get(field) ?? -1]?.trim() ?? ''
  const text = cell('text')
  if (text === '') throw new Unreadable('no text')
  return {
    title: cell('title'),
    text,
    outlet: cell('outlet'),
    published: cell('published') === '' ? [] : [readUnixTime(cell('published'))],
    url: webAddress(cell('url')),
    authors: splitAuthors(cell('authors')),
    language: languageTag(cell('language')),
    givenId: cell('id'),
  }
}
