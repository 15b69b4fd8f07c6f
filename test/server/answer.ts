/** What the site answered; `body` is its JSON. */
export interface Answer {
  readonly status: number
  readonly text: string
  readonly body: unknown
  readonly headers: Readonly<Record<string, unknown>>
  /** The cookies that it set, as a browser sends them back. */
  readonly cookies: string[]
}

export function toAnswer({ status, text, body, headers }: Omit<Answer, 'cookies'>): Answer {
  const set = headers['set-cookie']
  const cookies = Array.isArray(set) ? set.map((cookie) => String(cookie).replace(/;.*/, '')) : []
  return { status, text, body, headers, cookies }
}

/** The token of a page's forms. */
export function tokenIn(html: string): string {
  return /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? ''
}
