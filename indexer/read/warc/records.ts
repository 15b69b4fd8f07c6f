import { AsyncIterReader, WARCParser } from 'warcio'
import { Unreadable } from '../draft.ts'

/** A record of a web archive. Its content has to be read to the end, or left, before the next one is asked for. */
export interface WebRecord {
  /** From 1. */
  readonly number: number
  /** A header of the record, '' where it has none of that name. */
  readonly header: (name: string) => string
  readonly content: AsyncIterable<Uint8Array>
}

/** No header is longer: what is, is damaged. */
const longestHeaders = 1024 * 1024
const longestLine = 64 * 1024

/** Reads the records of an uncompressed WARC file, one after the other. Throws Unreadable where the file is damaged beyond finding the next one. */
export async function* readRecords(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<WebRecord> {
  const pulled = { bytes: 0, isHeader: true }
  async function* bounded(): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      pulled.bytes += chunk.length
      yield chunk
      if (pulled.isHeader && pulled.bytes > longestHeaders + 2 * chunk.length)
        throw new Unreadable('damaged: a record does not end its headers; what came before is read')
    }
  }
  const parser = new Parser(new AsyncIterReader(bounded(), null))
  for (let number = 1; ; number++) {
    await parser.findRecord()
    pulled.bytes = 0
    pulled.isHeader = true
    const record = await parser.parse()
    pulled.isHeader = false
    if (!record) break
    if (!(record.warcContentLength >= 0))
      throw new Unreadable('damaged: a record has no length; what came before is read')
    yield {
      number,
      header: (name) => record.warcHeader(name) ?? '',
      content: asynchronous(record.reader),
    }
    await drain(record.reader)
  }
  if (parser.passed > 0)
    throw new Unreadable(
      `damaged: ${parser.passed} lines that belong to no record were passed over; the rest is read`,
    )
}

/** Reads what is left of a record; nobody wants it. */
async function drain(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<void> {
  const iterator = asynchronous(chunks)
  while (!(await iterator.next()).done);
}

async function* asynchronous(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield* chunks
}

/** warcio's parser, which finds the next record even where the length of the one before it was wrong, and says so instead of printing it. */
class Parser extends WARCParser {
  passed = 0
  #firstLine: Uint8Array = new Uint8Array()

  constructor(source: AsyncIterReader) {
    // Headers of HTTP are ours: warcio would read on into other records where they do not end.
    super(source, { parseHttp: false })
  }

  async findRecord(): Promise<void> {
    for (;;) {
      const line = await this._reader.readlineRaw(longestLine)
      this.#firstLine = line ?? new Uint8Array()
      if (!line || isFirstLine(line)) return
      if (line.some((byte) => byte !== 13 && byte !== 10)) this.passed++
    }
  }

  override async readToNextRecord(): Promise<Uint8Array<ArrayBuffer>> {
    return new Uint8Array(this.#firstLine)
  }
}

function isFirstLine(line: Uint8Array): boolean {
  return line.length < 32 && new TextDecoder('latin1').decode(line).startsWith('WARC/')
}
