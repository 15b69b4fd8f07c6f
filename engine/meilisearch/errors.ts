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
  const said = error.cause?.message ?? `status ${status}`
  if (status === 401) return `Meilisearch at ${url} asks for a key. Set MEILI_KEY.`
  if (status === 403) {
    return (
      `Meilisearch at ${url} refuses the key in MEILI_KEY for this. ` +
      'The site needs a key that may search, the indexer one that may do everything with the indexes dateline-*.'
    )
  }
  // Meilisearch gives every error a code; a 404 without one comes from another server.
  if (error.cause?.code === undefined) return notMeilisearch(url)
  return `Meilisearch at ${url} could not answer: ${said}`
}

function silence(url: string, error: MeilisearchRequestError): string {
  if (error.cause instanceof MeilisearchRequestTimeOutError) {
    return `Meilisearch at ${url} did not answer in time. It may be busy or stopped: look at its log, and whether MEILI_URL is right.`
  }
  return `Meilisearch does not answer at ${url}. Is it running, and is MEILI_URL right? (${reasonOf(error.cause)})`
}

/** fetch hides the reason, such as ECONNREFUSED, in the cause of its error. */
function reasonOf(error: unknown): string {
  const cause =
    typeof error === 'object' && error !== null && 'cause' in error ? error.cause : undefined
  return messageOf(cause) || messageOf(error)
}

function messageOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return ''
  // Some system errors have a code and an empty message.
  const told = ['message' in error ? error.message : '', 'code' in error ? error.code : '']
  return told.find((text) => typeof text === 'string' && text !== '')?.toString() ?? ''
}
