import type { IncomingMessage } from 'node:http'
import { contentType, isReadable } from './content-type.ts'
import { readBody } from './read-body.ts'
import { retryWait } from './retry-after.ts'
import { robotsLimit, type RobotsAnswer } from './robots.ts'
import { Unfetchable } from './unfetchable.ts'
import { checkedAddress } from './web-address.ts'

/** What tells whether a document has changed, as the server gave it; '' where it gave none. */
export interface Validators {
  readonly etag: string
  readonly lastModified: string
}

/** What an address gave. */
export type Fetched =
  | { readonly kind: 'unchanged' }
  | {
      readonly kind: 'document'
      /** Where it was found, after redirects. */
      readonly url: string
      readonly bytes: Uint8Array
      /** Lower case, without parameters; '' when the server does not say. */
      readonly mediaType: string
      /** As the server declares it, '' when it does not. */
      readonly charset: string
      readonly validators: Validators
    }

/** The document is at another address. */
export interface Elsewhere {
  readonly kind: 'elsewhere'
  readonly url: URL
}

/** The server wants to be asked later. */
export interface Busy {
  readonly kind: 'busy'
  readonly status: number
  /** In milliseconds; 0 when it does not say. */
  readonly wait: number
}

/** Reads one answer to a request for a document of at most `largest` bytes. Throws Unfetchable for any other. */
export async function documentHop(
  url: URL,
  answer: IncomingMessage,
  { largest, now }: { readonly largest: number; readonly now: number },
): Promise<Fetched | Elsewhere | Busy> {
  const { headers, statusCode: status = 0 } = answer
  if (status === 200) return document(url, answer, largest)
  answer.destroy()
  if (status === 304) return { kind: 'unchanged' }
  if (isRedirect(status)) return elsewhere(url, headers.location)
  if (isBusy(status)) return { kind: 'busy', status, wait: retryWait(headers['retry-after'], now) }
  const again = status >= 500 || status === 408 ? 'later' : 'never'
  throw new Unfetchable(`${url.host} answers with status ${status}`, { again })
}

/** Reads one answer to a request for a robots.txt. */
export async function robotsHop(
  url: URL,
  answer: IncomingMessage,
): Promise<RobotsAnswer | Elsewhere> {
  const { headers, statusCode: status = 0 } = answer
  if (status === 200) {
    const bytes = await readBody(answer, { bytes: robotsLimit, beyond: 'cut' })
    return { kind: 'text', text: new TextDecoder().decode(bytes) }
  }
  answer.destroy()
  return isRedirect(status) ? elsewhere(url, headers.location) : { kind: 'status', status }
}

async function document(url: URL, answer: IncomingMessage, largest: number): Promise<Fetched> {
  const { headers } = answer
  const { mediaType, charset } = contentType(headers['content-type'])
  if (!isReadable(mediaType)) {
    answer.destroy()
    throw new Unfetchable(`not a feed or page but ${mediaType}`)
  }
  return {
    kind: 'document',
    url: url.href,
    bytes: await readBody(answer, { bytes: largest, beyond: 'refuse' }),
    mediaType,
    charset,
    validators: { etag: headers.etag ?? '', lastModified: headers['last-modified'] ?? '' },
  }
}

function isBusy(status: number): boolean {
  return status === 429 || status === 503
}

function isRedirect(status: number): boolean {
  return [301, 302, 303, 307, 308].includes(status)
}

function elsewhere(from: URL, location: string | undefined): Elsewhere {
  return { kind: 'elsewhere', url: checkedAddress(location ?? '', from) }
}
