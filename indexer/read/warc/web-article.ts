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
  const collected = await collect(record, type)
  if (!collected) return undefined
  const { head, body, length } = collected
  const { kind, charset } = head
  if (record.header('WARC-Truncated') !== '')
    throw new Unreadable('cut off by the crawler: not the whole document')
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

interface Collected {
  readonly head: Head
  /** Undefined when it is longer than a record may be. */
  readonly body: Uint8Array | undefined
  readonly length: number
}

/** Keeps the content of what may be an article only: most of a crawl are pictures and scripts. */
async function collect(record: WebRecord, type: string): Promise<Collected | undefined> {
  let start = Buffer.alloc(0)
  let head =
    type === 'resource' ? headOf(`Content-Type: ${record.header('Content-Type')}`) : undefined
  if (type === 'resource' && !head) return undefined
  const pieces: Uint8Array[] = []
  let length = 0
  for await (const chunk of record.content) {
    let rest = chunk
    if (!head) {
      start = Buffer.concat([start, chunk])
      const end = headEnd(start)
      if (end < 0 && start.length > longestHead) return undefined
      if (end < 0) continue
      head = answerHead(start.toString('latin1', 0, end))
      if (!head) return undefined
      rest = start.subarray(end)
    }
    length += rest.length
    if (length <= recordLimit) pieces.push(rest)
    else pieces.length = 0
  }
  return head && { head, length, body: length <= recordLimit ? Buffer.concat(pieces) : undefined }
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
