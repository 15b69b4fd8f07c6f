import type { RequestHandler } from 'express'
import { BadRequest } from './error-pages.ts'

/** Reads a form that was sent in parts, as those with files are; a file counts as its text. Stands behind `express.raw`. */
export const readMultipart: RequestHandler = (request, _response, next) => {
  const body: unknown = request.body
  if (body instanceof Buffer) {
    const boundary = /boundary="?([^";]+)"?/.exec(request.headers['content-type'] ?? '')?.[1]
    if (boundary === undefined)
      throw new BadRequest('The form is damaged. Go back and send it again.')
    request.body = Object.fromEntries(partsOf(body, boundary))
  }
  next()
}

/** The fields by name, as RFC 7578 has them; a part without a name is passed over. */
function partsOf(body: Buffer, boundary: string): [name: string, value: string][] {
  // A character a byte, so that nothing is lost before the parts are known.
  const parts = `\r\n${body.toString('latin1')}`.split(`\r\n--${boundary}`).slice(1, -1)
  return parts.flatMap((part) => {
    const head = part.indexOf('\r\n\r\n')
    const name = /^content-disposition:[^\r\n]*;\s*name="([^"]*)"/im.exec(part.slice(0, head))?.[1]
    if (head < 0 || name === undefined) return []
    return [[name, Buffer.from(part.slice(head + 4), 'latin1').toString('utf8')]]
  })
}
