import session, { type SessionData } from 'express-session'
import type { Sessions } from '../store/sessions.ts'

declare module 'express-session' {
  interface SessionData {
    /** The number of who is logged in. */
    account: number
    /** When they logged in; ISO 8601 UTC. */
    since: string
    /** The browser, as it named itself then. */
    agent: string
  }
}

const day = 24 * 60 * 60 * 1000
/** A session that nobody uses for so long ends, and any so long after the login; in milliseconds. */
export const longestIdle = 14 * day
export const longestSession = 90 * day
/** Noting each request would cost a write to the disk each. */
const notedEvery = 60 * 60 * 1000

/** Keeps the sessions of express-session in our own store; only those of somebody who is logged in. */
export class SessionStore extends session.Store {
  readonly #sessions: Sessions

  constructor(sessions: Sessions) {
    super()
    this.#sessions = sessions
  }

  get(id: string, tell: (error: unknown, found?: SessionData | null) => void): void {
    answer(tell, () => {
      const row = this.#sessions.get(id)
      const content = row && readContent(row.content)
      if (!content || Date.parse(content.since) + longestSession <= Date.now()) return null
      return { ...content, cookie: { originalMaxAge: null } }
    })
  }

  set(id: string, { account, since, agent }: SessionData, tell?: (error?: unknown) => void): void {
    answer(tell, () => {
      const content = JSON.stringify({ account, since, agent })
      this.#sessions.put(id, { account, content, expires: fromNow(longestIdle) })
    })
  }

  override touch(id: string, _session: SessionData, tell?: () => void): void {
    answer(tell, () => {
      const row = this.#sessions.get(id)
      if (row && row.expires < fromNow(longestIdle - notedEvery))
        this.#sessions.extend(id, fromNow(longestIdle))
    })
  }

  destroy(id: string, tell?: (error?: unknown) => void): void {
    answer(tell, () => {
      this.#sessions.delete(id)
    })
  }
}

/** What a session holds besides its cookie. */
export type SessionContent = Pick<SessionData, 'account' | 'since' | 'agent'>

/** Reads what was stored of a session; undefined for what is damaged. */
export function readContent(json: string): SessionContent | undefined {
  const content: unknown = JSON.parse(json)
  if (typeof content !== 'object' || content === null) return undefined
  const [account, since, agent] = ['account', 'since', 'agent'].map((name): unknown =>
    Reflect.get(content, name),
  )
  const isWhole =
    typeof account === 'number' && typeof since === 'string' && typeof agent === 'string'
  return isWhole ? { account, since, agent } : undefined
}

/** The callbacks of express-session; a store that does not answer is told as its error. */
function answer<T>(tell: ((error: unknown, found?: T) => void) | undefined, work: () => T): void {
  let found: T
  try {
    found = work()
  } catch (error) {
    tell?.(error)
    return
  }
  tell?.(null, found)
}

const fromNow = (milliseconds: number) => new Date(Date.now() + milliseconds).toISOString()
