import {
  ask,
  checkedAddress,
  isPublicAddress,
  systemClock,
  systemResolve,
  Unfetchable,
  type Clock,
  type Reach,
} from '../../indexer/pipeline.ts'
import { signatureOf } from './sign.ts'

/** Where alerts are posted. */
export interface Webhook {
  readonly url: string
  readonly secret: string
  /** Default `isPublicAddress`: nothing on the own network is connected to. */
  readonly reach?: Reach
  readonly clock?: Clock
}

/** Before the second, third and fourth attempt, in milliseconds. */
const waits = [1_000, 5_000, 25_000]
const limits = { connect: 10_000, whole: 30_000 }

/**
 * Posts JSON, signed, and again after a while where that may help. `delivery` is the same for every attempt at one alert, also in a later
 * run: a receiver that saw it already drops it. No redirect is followed. Throws AlertRefused when it was not taken, saying why.
 */
export async function postAlert(webhook: Webhook, body: string, delivery: string): Promise<void> {
  const { clock = systemClock } = webhook
  const url = addressOf(webhook)
  for (const [attempt, wait] of [...waits, undefined].entries()) {
    const refusal = await attemptAt(url, webhook, {
      body,
      delivery,
      seconds: Math.floor(clock.now() / 1000),
    })
    if (refusal === undefined) return
    if (wait === undefined || refusal.again === 'never')
      throw new AlertRefused(
        `${url.host} did not take the alert${attempt > 0 ? ` (${attempt + 1} attempts)` : ''}: ${refusal.message}`,
        { cause: refusal },
      )
    await clock.sleep(wait)
  }
}

interface Sent {
  readonly body: string
  readonly delivery: string
  readonly seconds: number
}

/** Why it was not taken; undefined where it was. */
async function attemptAt(
  url: URL,
  { secret, reach = isPublicAddress }: Webhook,
  { body, delivery, seconds }: Sent,
): Promise<Unfetchable | undefined> {
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'content-length': String(Buffer.byteLength(body)),
    'dateline-delivery': delivery,
    'dateline-signature': signatureOf(body, secret, seconds),
    'user-agent': 'Dateline (alerts)',
  }
  try {
    const status = await ask(
      url,
      { headers, reach, resolve: systemResolve, limits, body },
      async (answer) => {
        answer.destroy()
        return answer.statusCode ?? 0
      },
    )
    return status >= 200 && status < 300 ? undefined : refusalOf(status)
  } catch (error) {
    if (error instanceof Unfetchable) return error
    throw error
  }
}

function refusalOf(status: number): Unfetchable {
  const isElsewhere = status >= 300 && status < 400
  const again = status >= 500 || status === 429 || status === 408 ? 'later' : 'never'
  return new Unfetchable(
    isElsewhere
      ? `it answers with a redirect (status ${status}), which is not followed: give the address that it leads to`
      : `it answers with status ${status}`,
    { again },
  )
}

function addressOf({ url }: Webhook): URL {
  try {
    return checkedAddress(url)
  } catch (cause) {
    throw new AlertRefused(
      `Alerts cannot be posted there: ${cause instanceof Error ? cause.message : String(cause)}.`,
      { cause },
    )
  }
}

/** An alert did not arrive. The message says why. */
export class AlertRefused extends Error {
  override readonly name = 'AlertRefused'
}
