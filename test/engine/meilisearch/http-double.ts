import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A server on a free port of this machine. */
export interface HttpDouble {
  readonly url: string
  readonly close: () => Promise<void>
}

export async function listen(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<HttpDouble> {
  const server = createServer(answer)
  await new Promise<void>((resume) => server.listen(0, '127.0.0.1', resume))
  const address = server.address()
  if (!isInternet(address)) throw new Error('The test server has no port.')
  return {
    url: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resume) => {
        server.close(() => {
          resume()
        })
        server.closeAllConnections()
      }),
  }
}

const isInternet = (address: AddressInfo | string | null): address is AddressInfo =>
  typeof address === 'object' && address !== null
