import { fileURLToPath } from 'node:url'
import express, { type Express } from 'express'
import type { Archive } from '../engine/archive/archive.ts'
import type { SearchEngine } from '../engine/search-engine.ts'
import { onLoopback, type Access } from './accounts/access.ts'
import { openPasswordDesk } from './accounts/check-password.ts'
import { admit } from './accounts/gate.ts'
import { requirePermission } from './accounts/permissions.ts'
import { makeThrottle } from './accounts/throttle.ts'
import { makeTurnstile } from './accounts/turnstile.ts'
import { showError, unknownPage } from './error-pages.ts'
import { protectForms } from './forms.ts'
import { health } from './pages/health.ts'
import { readVersionedAddress } from './api/version.ts'
import { overviewOf } from './overview.ts'
import { ChangesDesk } from './records/changes-desk.ts'
import { newsDesk } from './records/news-desk.ts'
import { Recording } from './records/recording.ts'
import { isKnown, readerOf } from './reader.ts'
import type { Correcting } from './corrections/correcting.ts'
import { allowHosts, strictHeaders } from './protection.ts'
import type { Site } from './site.ts'
import type { Store } from './store/store.ts'
import { printTemplate } from './templates.ts'
import { addRoutes } from './routes.ts'

/** What the site is made of. The caller closes them. */
export interface AppParts {
  readonly engine: SearchEngine
  readonly archive: Archive
  readonly store: Store
  readonly correcting: Correcting
  /** Host names besides the loopback ones under which the site answers. */
  readonly allowedHosts: readonly string[]
  /** Who can reach it. Default: this machine only. */
  readonly access?: Access
}

/** The whole site: what stands before every page, and the table of its routes. */
export function createApp(parts: AppParts): Express {
  const { engine, archive, store, correcting, access = onLoopback } = parts
  const app = express()
  const forms = protectForms(store.secret())
  const overview = overviewOf(engine)
  const passwords = openPasswordDesk(store, makeThrottle(), makeTurnstile())
  const site: Site = {
    ...{ engine, archive, store, correcting, overview, passwords },
    news: newsDesk(parts),
    changes: new ChangesDesk(parts),
    recording: new Recording(parts),
    formToken: forms.token,
  }

  app.disable('x-powered-by')
  app.set('trust proxy', access.trustProxy)
  app.set('query parser', 'simple')
  app.engine('ejs', printTemplate)
  app.set('view engine', 'ejs')
  app.set('views', folder('../views'))
  app.enable('view cache')

  app.use(readVersionedAddress)
  app.use(strictHeaders, allowHosts(parts.allowedHosts))
  app.use('/static', express.static(folder('static'), { maxAge: '1h', index: false }))
  // Before the gate: what watches over a site has no account.
  app.get('/health', health(site))
  app.use(...admit(store, access), requirePermission())
  // Records of saved queries tell of every article that was found.
  app.use('/saved/import', express.raw({ type: 'multipart/form-data', limit: '16mb' }))
  app.use(...forms.protection)
  app.use((request, response, next) => {
    // Whatever the page, it may not show the last correction yet.
    response.locals['applying'] = correcting.notice()
    if (isKnown(request)) response.locals['savedNews'] = site.news.badge(readerOf(request).owner)
    next()
  })

  addRoutes(app, site)
  app.use(unknownPage)
  app.use(showError)
  return app
}

function folder(path: string): string {
  return fileURLToPath(new URL(path, import.meta.url))
}
