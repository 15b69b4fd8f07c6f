import type { RequestHandler } from 'express'
import type { Archive } from '../../engine/archive/archive.ts'
import { acquireLease, type Lease } from '../../engine/archive/lease.ts'
import { loadLists, loadSample, removeSample, silentProgress } from '../../indexer/pipeline.ts'
import type { Site } from '../site.ts'

/** POST /sample/remove: takes the sample's articles out of archive and index. 409 while somebody else is writing. */
export function removeSamplePage({ archive, engine }: Site): RequestHandler {
  return writing(archive, 'removal of the sample on the site', async (lease) => {
    await removeSample(archive, engine, lease)
  })
}

/** POST /sample/load: brings the sample's articles into archive and index. 409 while somebody else is writing. */
export function loadSamplePage({ archive, engine }: Site): RequestHandler {
  return writing(archive, 'loading of the sample on the site', async (lease) => {
    await loadSample({ archive, engine, lease, lists: loadLists(), progress: silentProgress })
  })
}

/** Does something under the lease and goes back to the search. */
function writing(
  { dataDir }: Archive,
  purpose: string,
  work: (lease: Lease) => Promise<void>,
): RequestHandler {
  return async (_request, response) => {
    const lease = acquireLease(dataDir, purpose)
    try {
      await work(lease)
    } finally {
      lease.release()
    }
    response.redirect(303, '/search')
  }
}
