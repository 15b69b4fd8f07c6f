import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Clock } from '../../../indexer/fetch/clock.ts'

/** A web server on this machine. */
export interface LocalServer {
  /** Without a slash at the end. */
  readonly url: string
  /** Paths that were asked for, in order. */
  readonly asked: string[]
  close(): Promise<void>
}

/** What a server answers, by path; a text is a page, a path without an answer is not found. */
export type Answers = Readonly<
  Record<string, string | ((request: IncomingMessage, response: ServerResponse) => void)>
>

/** Starts a server on a free port; `answers` may be changed while it runs. */
export async function serve(answers: Answers): Promise<LocalServer> {
  const asked: string[] = []
  const server = createServer((request, response) => {
    const path = request.url ?? ''
    asked.push(path)
    const answer = answers[path]
    if (typeof answer === 'function') {
      answer(request, response)
      return
    }
    response.writeHead(answer === undefined ? 404 : 200, { 'content-type': 'text/html' })
    response.end(answer)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('The server has no port.')
  return {
    url: `http://127.0.0.1:${address.port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => {
          resolve()
        })
      }),
  }
}

/** A clock on which sleeping takes no time. */
export function fakeClock(): Clock & { readonly slept: number[] } {
  const slept: number[] = []
  let now = 1_000_000
  return {
    slept,
    now: () => now,
    sleep: async (milliseconds) => {
      slept.push(milliseconds)
      now += milliseconds
    },
  }
}
