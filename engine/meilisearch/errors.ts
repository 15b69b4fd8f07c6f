import {
  MeilisearchApiError,
  MeilisearchRequestError,
  MeilisearchRequestTimeOutError,
} from 'meilisearch'
import { EngineUnavailable } from '../search-engine.ts'

/** Meilisearch would not take some articles, each by itself; all others are indexed. The next sync tries them again. */
export class ArticlesNotIndexed extends EngineUnavailable {}

/** Runs a request; whatever goes wrong on the way becomes EngineUnavailable, saying which setting to look at. */
export async function reaching<T>(url: string, request: () => Promise<T>): Promise<T> {
  try {
    return await request()
  } catch (cause) {
    if (cause instanceof EngineUnavailable) throw cause
    throw new EngineUnavailable(problem(url, cause), { cause })
  }
}

/** Whether Meilisearch says that the index does not exist, which only means that nothing was indexed yet. */
export function isMissingIndex(error: unknown): boolean {
  return refusalIn(error)?.cause?.code === 'index_not_found'
}

/** Whether Meilisearch refuses a payload for its size. */
export function isTooLarge(error: unknown): boolean {
  return refusalIn(error)?.response.status === 413
}

/** Whether the key is a right one, but not for this request. */
export function isRefusedKey(error: unknown): boolean {
  return refusalIn(error)?.response.status === 403
}

function refusalIn(error: unknown): MeilisearchApiError | undefined {
  const cause = error instanceof EngineUnavailable ? error.cause : error
  return cause instanceof MeilisearchApiError ? cause : undefined
}

function problem(url: string, cause: unknown): string {
  if (cause instanceof MeilisearchApiError) return refusal(url, cause)
  if (cause instanceof MeilisearchRequestError) return silence(url, cause)
  if (cause instanceof SyntaxError) return notMeilisearch(url)
  return `Meilisearch at ${url} failed: ${messageOf(cause)}`
}

/** What to say of an answer that Meilisearch would not give. */
export function notMeilisearch(url: string): string {
  return `What answers at ${url} is not Meilisearch. Set MEILI_URL to the address of a Meilisearch server, such as http://127.0.0.1:7700`
}

function refusal(url: string, error: MeilisearchApiError): string {
  const { status } = error.response
  // Meilisearch gives every error a code; one without comes from another server.
  if (error.cause?.code === undefined) return notMeilisearch(url)
  if (status === 401) return `Meilisearch at ${url} asks for a key. Set MEILI_KEY.`
  if (status === 403) {
    return (
      `Meilisearch at ${url} refuses the key in MEILI_KEY: it does not know this key, or the key has expired or may not do this. ` +
      'The site needs a key that may search, the indexer one that may do everything with the indexes dateline-*.'
    )
  }
  return `Meilisearch at ${url} could not answer: ${error.cause.message}`
}

function silence(url: string, error: MeilisearchRequestError): string {
  if (error.cause instanceof MeilisearchRequestTimeOutError) {
    return `Meilisearch at ${url} did not answer in time. It may be busy or stopped: look at its log, and whether MEILI_URL is right.`
  }
  // fetch hides the reason, such as ECONNREFUSED, in the cause of its error.
  const reason = member(error.cause, 'cause')
  if (member(reason, 'code') === 'ERR_SSL_WRONG_VERSION_NUMBER') {
    return `What answers at ${url} does not speak https. Write MEILI_URL with http:// if that is the Meilisearch server.`
  }
  if (member(reason, 'name') === 'HTTPParserError') {
    return `What answers at ${url} does not speak http. Write MEILI_URL with https:// if that is the Meilisearch server.`
  }
  return `Meilisearch does not answer at ${url}. Is it running, and is MEILI_URL right? (${messageOf(reason) || messageOf(error.cause)})`
}

function messageOf(error: unknown): string {
  // Some system errors have a code and an empty message.
  const told = [member(error, 'message'), member(error, 'code')]
  return told.find((text) => typeof text === 'string' && text !== '')?.toString() ?? ''
}

function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}
