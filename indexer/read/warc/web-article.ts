import { Unreadable } from '../draft.ts'
import { pageLimit } from '../one-article.ts'
import { recordLimit, tooLong } from '../source-record.ts'
import { decodeBody } from './http-body.ts'
import type { WebRecord } from './records.ts'

/** An answer of a web server that may be an article. */
export interface WebDocument {
  readonly kind: 'page' | 'pdf'
  readonly bytes: Uint8Array
  /** As the server declared it, '' where it did not. */
  readonly charset: string
}

const longestHead = 256 * 1024

/**
 * Reads what a record brought: a page or a PDF that was found (status 200), as it was before it was encoded; undefined for anything else.
 * Throws Unreadable when it is too long, or the crawler cut it off.
 */
export async function readWebDocument(record: WebRecord): Promise<WebDocument | undefined> {
  const type = record.header('WARC-Type')
  if (type !== 'response' && type !== 'resource') return undefined
  const answer = await collect(record, type)
  if (!answer?.head) return undefined
  if (record.header('WARC-Truncated') !== '')
    throw new Unreadable('cut off by the crawler: not the whole document')
  return documentOf(answer, answer.head)
}

function documentOf({ body, length }: Answer, head: Head): WebDocument {
  const { kind, charset } = head
  const limit = kind === 'pdf' ? recordLimit : pageLimit
  if (!body) throw new Unreadable(tooLong(length, limit))
  const bytes = decodeBody(body, head, limit)
  if (bytes.length > limit) throw new Unreadable(tooLong(bytes.length, limit))
  return { kind, bytes, charset }
}

/** What the headers of an answer say. */
interface Head {
  readonly kind: 'page' | 'pdf'
  readonly charset: string
  readonly transfer: string
  readonly content: string
}

/** Keeps the content of what may be an article only: most of a crawl are pictures and scripts. */
async function collect(record: WebRecord, type: string): Promise<Answer | undefined> {
  const answer = new Answer(
    type === 'resource' ? `Content-Type: ${record.header('Content-Type')}` : undefined,
  )
  for await (const chunk of record.content) {
    if (answer.isUnwanted) return undefined
    answer.take(chunk)
  }
  return answer.head && answer
}

/** What a web server answered, as far as it has been read. */
class Answer {
  head: Head | undefined
  isUnwanted = false
  /** Of the body. */
  length = 0
  #start = Buffer.alloc(0)
  readonly #pieces: Uint8Array[] = []

  /** `told` are the headers where they do not stand in front of the body. */
  constructor(told: string | undefined) {
    if (told !== undefined) this.#judge(headOf(told))
  }

  /** Undefined when it is longer than a record may be. */
  get body(): Uint8Array | undefined {
    return this.length <= recordLimit ? Buffer.concat(this.#pieces) : undefined
  }

  take(chunk: Uint8Array): void {
    if (this.head) this.#keep(chunk)
    else this.#look(chunk)
  }

  #look(chunk: Uint8Array): void {
    this.#start = Buffer.concat([this.#start, chunk])
    const end = headEnd(this.#start)
    if (end >= 0) {
      this.#judge(answerHead(this.#start.toString('latin1', 0, end)))
      this.#keep(this.#start.subarray(end))
    } else this.isUnwanted = this.#start.length > longestHead
  }

  #judge(head: Head | undefined): void {
    this.head = head
    this.isUnwanted = head === undefined
  }

  #keep(piece: Uint8Array): void {
    this.length += piece.length
    if (this.length <= recordLimit) this.#pieces.push(piece)
    else this.#pieces.length = 0
  }
}

function headEnd(bytes: Buffer): number {
  const end = bytes.indexOf('\r\n\r\n')
  if (end >= 0) return end + 4
  const bare = bytes.indexOf('\n\n')
  return bare < 0 ? -1 : bare + 2
}

function answerHead(text: string): Head | undefined {
  return /^HTTP\/\S+ 200\b/.test(text) ? headOf(text) : undefined
}

function headOf(text: string): Head | undefined {
  const field = (name: string) =>
    new RegExp(`^${name}[ \\t]*:[ \\t]*([^\\r\\n]*)`, 'im').exec(text)?.[1]?.trim() ?? ''
  const type = field('Content-Type')
  const kind = kindOf(type)
  if (!kind) return undefined
  return {
    kind,
    charset: /charset\s*=\s*["']?([\w:.-]+)/i.exec(type)?.[1] ?? '',
    transfer: field('Transfer-Encoding'),
    content: field('Content-Encoding'),
  }
}

function kindOf(type: string): Head['kind'] | undefined {
  if (/^(?:text\/html|application\/xhtml\+xml)\b/i.test(type)) return 'page'
  return /^application\/(?:x-)?pdf\b/i.test(type) ? 'pdf' : undefined
}
