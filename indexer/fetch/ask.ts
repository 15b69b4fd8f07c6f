import { request as requestHttp, type IncomingMessage, type RequestOptions } from 'node:http'
import { request as requestHttps } from 'node:https'
import { checkedLookup, checkLiteral, type Reach, type Resolve } from './resolve.ts'
import { Unfetchable } from './unfetchable.ts'

/** How a server is asked. */
export interface Asking {
  readonly headers: Readonly<Record<string, string>>
  readonly reach: Reach
  readonly resolve: Resolve
  readonly limits: AskLimits
  /** Sent as a POST; a GET without. */
  readonly body?: string | undefined
  readonly stop?: AbortSignal | undefined
}

/** In milliseconds. */
export interface AskLimits {
  /** Until the connection stands, encryption included. */
  readonly connect: number
  /** Until the last byte. */
  readonly whole: number
}

/**
 * Sends one GET, or POST, and gives what `read` makes of the answer; no redirect is followed. Throws Unfetchable for a server that may not be
 * connected to, cannot be reached or takes too long, however slowly it goes on sending.
 */
export async function ask<T>(
  url: URL,
  asking: Asking,
  read: (answer: IncomingMessage) => Promise<T>,
): Promise<T> {
  checkLiteral(url, asking.reach)
  const deadline = new AbortController()
  const { connect, whole } = asking.limits
  const late = (what: string, limit: number) =>
    setTimeout(() => {
      const reason = `${url.host} ${what} within ${limit / 1000} s`
      deadline.abort(new Unfetchable(reason, { again: 'later' }))
    }, limit)
  const clocks = [late('did not finish', whole), late('could not be connected to', connect)]
  const signal = asking.stop ? AbortSignal.any([deadline.signal, asking.stop]) : deadline.signal
  try {
    const answer = await answerOf(url, asking, signal, () => {
      clearTimeout(clocks[1])
    })
    return await read(answer)
  } catch (error) {
    throw explained(url, error, signal)
  } finally {
    clocks.forEach(clearTimeout)
  }
}

function optionsOf({ headers, reach, resolve, body }: Asking, signal: AbortSignal): RequestOptions {
  const method = body === undefined ? 'GET' : 'POST'
  // A connection of its own each time: none outlives the pause that politeness asks for.
  return { method, headers, signal, agent: false, lookup: checkedLookup(resolve, reach) }
}

function answerOf(
  url: URL,
  asking: Asking,
  signal: AbortSignal,
  connected: () => void,
): Promise<IncomingMessage> {
  const isSecure = url.protocol === 'https:'
  const send = isSecure ? requestHttps : requestHttp
  return new Promise((resolve, reject) => {
    const request = send(url, optionsOf(asking, signal), resolve)
    request.on('error', reject)
    request.on('socket', (socket) => {
      socket.once(isSecure ? 'secureConnect' : 'connect', connected)
    })
    request.end(asking.body)
  })
}

function explained(url: URL, error: unknown, signal: AbortSignal): unknown {
  // A limit that was met ends the connection, which then looks broken.
  if (signal.aborted) return signal.reason
  if (error instanceof Unfetchable) return error
  const message = error instanceof Error ? error.message || error.name : String(error)
  return new Unfetchable(`${url.host} cannot be reached: ${message}`, {
    cause: error,
    again: 'later',
  })
}
