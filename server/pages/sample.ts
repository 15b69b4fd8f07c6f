import type { RequestHandler } from 'express'
import { acquireLease, type Lease } from '../../engine/archive/lease.ts'
import { loadLists, loadSample, removeSample, silentProgress } from '../../indexer/pipeline.ts'
import { readerOf } from '../reader.ts'
import type { Site } from '../site.ts'

/** POST /sample/remove: takes the sample's articles out of archive and index. 409 while somebody else is writing. */
export function removeSamplePage(site: Site): RequestHandler {
  const { archive, engine } = site
  return writing(site, 'removed the sample', async (lease) => {
    await removeSample(archive, engine, lease)
  })
}

/** POST /sample/load: brings the sample's articles into archive and index. 409 while somebody else is writing. */
export function loadSamplePage(site: Site): RequestHandler {
  const { archive, engine } = site
  return writing(site, 'loaded the sample', async (lease) => {
    await loadSample({ archive, engine, lease, lists: loadLists(), progress: silentProgress })
  })
}

const purposes = {
  'removed the sample': 'removal of the sample on the site',
  'loaded the sample': 'loading of the sample on the site',
} as const

/** Does something under the lease, tells of it and goes back to the search. */
function writing(
  { archive, store }: Site,
  action: keyof typeof purposes,
  work: (lease: Lease) => Promise<void>,
): RequestHandler {
  return async (request, response) => {
    const lease = acquireLease(archive.dataDir, purposes[action])
    try {
      await work(lease)
    } finally {
      lease.release()
    }
    store.audit.add({ account: readerOf(request).name, action, subject: '', details: '' })
    response.redirect(303, '/search')
  }
}
