import type { RequestHandler } from 'express'
import { acquireLease } from '../../engine/archive/lease.ts'
import { removeSample } from '../../indexer/pipeline.ts'
import type { Site } from '../site.ts'

/** POST /sample/remove: takes the sample's articles out of archive and index. 409 while somebody else is writing. */
export function removeSamplePage({ archive, engine }: Site): RequestHandler {
  return async (_request, response) => {
    const lease = acquireLease(archive.dataDir, 'removal of the sample on the site')
    try {
      await removeSample(archive, engine, lease)
    } finally {
      lease.release()
    }
    response.redirect(303, '/search')
  }
}
