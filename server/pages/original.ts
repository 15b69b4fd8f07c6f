import type { RequestHandler } from 'express'
import { NotFound } from '../error-pages.ts'
import type { Site } from '../site.ts'

/**
 * GET /article/:id/original: the bytes that the article was read from, as a download. Whatever they are, a browser is told that they
 * are plain text, may not guess otherwise, and may run nothing in them.
 */
export function originalFile({ archive }: Site): RequestHandler<{ id: string }> {
  return (request, response) => {
    const { id } = request.params
    const original = archive.original(id)
    if (!original) {
      throw new NotFound(
        'The archive has no such article. It may have been removed since the link was made.',
      )
    }
    // Set on the response itself: Express would add a character set, which nobody knows.
    response.setHeader('Content-Type', 'text/plain')
    response.setHeader('Content-Disposition', `attachment; filename="${id}-original.txt"`)
    response.setHeader('X-Content-Type-Options', 'nosniff')
    response.setHeader('Content-Security-Policy', "default-src 'none'; sandbox")
    response.end(original.bytes)
  }
}
