import type { Request, Response } from 'express'
import type { Archive } from '../engine/archive/archive.ts'
import type { SearchEngine } from '../engine/search-engine.ts'
import type { PasswordDesk } from './accounts/check-password.ts'
import type { Correcting } from './corrections/correcting.ts'
import type { Overview } from './overview.ts'
import type { ChangesDesk } from './records/changes-desk.ts'
import type { NewsDesk } from './records/news-desk.ts'
import type { Recording } from './records/recording.ts'
import type { Store } from './store/store.ts'

/** What the pages work with. */
export interface Site {
  readonly engine: SearchEngine
  readonly archive: Archive
  readonly store: Store
  readonly correcting: Correcting
  readonly overview: () => Promise<Overview>
  /** What is new for saved queries, and what became of what they found. */
  readonly news: NewsDesk
  readonly changes: ChangesDesk
  readonly recording: Recording
  readonly passwords: PasswordDesk
  /** The token for the forms of a page. */
  readonly formToken: (request: Request, response: Response) => string
}

/** The parameters of a request's address as sent: unlike Express's, damaged percent signs do no harm. */
export function parametersOf(request: Request): URLSearchParams {
  const at = request.originalUrl.indexOf('?')
  return new URLSearchParams(at < 0 ? '' : request.originalUrl.slice(at))
}

/** Aborts once the reader is gone or answered: what nobody waits for need not begin. */
export function untilGone(response: Response): AbortSignal {
  const controller = new AbortController()
  response.once('close', () => {
    controller.abort()
  })
  return controller.signal
}
