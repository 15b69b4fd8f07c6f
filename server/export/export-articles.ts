import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Request, Response } from 'express'
import { ownAddress } from '../own-address.ts'
import type { ToExport } from './exported.ts'
import { attachment } from './file-name.ts'
import type { ExportFormat } from './formats.ts'
import { inChunks } from './in-chunks.ts'
import { retryAfter, takeSlot } from './slots.ts'

/** A reader who takes nothing for so long has gone, whatever the connection says. */
const longestPause = 120_000

/**
 * Sends articles as a file, written no faster than the reader takes them. To HEAD only what would be sent is told. Throws
 * TooManyExports, and whatever reading throws before the first bytes went out; what goes wrong later breaks the connection, so that
 * no file looks whole that is not.
 */
export async function exportArticles(
  request: Request,
  response: Response,
  format: ExportFormat,
  toExport: ToExport,
): Promise<void> {
  if (request.method === 'HEAD') {
    announce(response, format, toExport)
    response.end()
    return
  }
  response.setHeader('Retry-After', retryAfter)
  const giveBack = takeSlot()
  response.removeHeader('Retry-After')
  const home = ownAddress(request)
  const chunks = inChunks(format.write({ ...toExport, home }))
  try {
    const first = await chunks.next()
    announce(response, format, toExport)
    response.setTimeout(longestPause, () => response.destroy())
    await pipeline(Readable.from(startingWith(first, chunks)), response)
  } catch (error) {
    if (isOfReader(error)) return
    if (!response.headersSent) throw error
    console.error(error)
    response.destroy()
  } finally {
    await chunks.return()
    giveBack()
  }
}

/** Says what comes, and how many articles: a file with fewer is not whole, unless some left the archive meanwhile. */
function announce(response: Response, format: ExportFormat, toExport: ToExport): void {
  const { total, bound } = toExport
  response.setHeader('Content-Type', format.type)
  response.setHeader('Content-Disposition', attachment(toExport, format.ending))
  response.setHeader('Dateline-Articles', bound === 'exact' ? String(total) : `${bound} ${total}`)
  response.setHeader('Cache-Control', 'no-store')
}

async function* startingWith<T>(
  first: IteratorResult<T, void>,
  rest: AsyncGenerator<T, void, undefined>,
): AsyncGenerator<T, void, undefined> {
  if (first.done) return
  yield first.value
  yield* rest
}

/** The reader broke off: nobody needs to know. */
function isOfReader(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false
  const isAbort = 'name' in error && error.name === 'AbortError'
  return isAbort || ('code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE')
}
