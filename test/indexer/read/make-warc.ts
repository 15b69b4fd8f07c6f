/** One record of a web archive, written out. */
export interface WarcParts {
  readonly type?: string
  readonly url?: string
  readonly date?: string
  /** HTTP headers behind the status line. */
  readonly headers?: readonly string[]
  readonly status?: string
  readonly body: string | Uint8Array
  /** Further WARC headers. */
  readonly warc?: readonly string[]
}

/** Writes a WARC record with an answer of a web server. */
export function warcRecord({
  type = 'response',
  url = 'https://gazette.example/corvette',
  date = '2021-03-01T10:00:00Z',
  headers = ['Content-Type: text/html; charset=utf-8'],
  status = '200 OK',
  body,
  warc = [],
}: WarcParts): Buffer {
  const http = Buffer.concat([
    Buffer.from([`HTTP/1.1 ${status}`, ...headers, '', ''].join('\r\n')),
    Buffer.from(body),
  ])
  const head = [
    'WARC/1.0',
    `WARC-Type: ${type}`,
    `WARC-Target-URI: ${url}`,
    `WARC-Date: ${date}`,
    'WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000000>',
    'Content-Type: application/http; msgtype=response',
    `Content-Length: ${http.length}`,
    ...warc,
    '',
    '',
  ].join('\r\n')
  return Buffer.concat([Buffer.from(head), http, Buffer.from('\r\n\r\n')])
}

const paragraph =
  'The corvette left the yard on Monday, four years late, and sailed for the islands with a crew of ninety.'

/** A page with an article of four paragraphs. */
export function page(title: string, rest = ''): string {
  const body = Array.from({ length: 4 }, (_, at) => `<p>${at + 1}. ${paragraph}</p>`).join('')
  return `<html><head><title>${title}</title></head><body><article><h1>${title}</h1>${body}${rest}</article></body></html>`
}
