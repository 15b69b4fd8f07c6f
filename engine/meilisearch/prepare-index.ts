import type { Settings } from 'meilisearch'
import { isFormerIndex } from './index-name.ts'
import { missingSettings } from './index-settings.ts'
import { isMissingIndex, reaching } from './errors.ts'
import { requireMeilisearch } from './server.ts'
import { finished, requireSuccess, type Written } from './send.ts'

/**
 * Gives the index its settings where they differ: every change of them indexes all articles anew.
 * An index that does not exist yet comes into being with them, so that no search ever meets one without.
 */
export async function prepareIndex(written: Written): Promise<void> {
  const { server, index } = written
  await requireMeilisearch(server)
  const missing = missingSettings(await currentSettings(written))
  if (!missing) return
  requireSuccess(await finished(server, () => server.client.index(index).updateSettings(missing)))
}

async function currentSettings({ server, index }: Written): Promise<Settings> {
  try {
    return await reaching(server.url, () => server.client.index(index).getSettings())
  } catch (error) {
    if (isMissingIndex(error)) return {}
    throw error
  }
}

/** Deletes the indexes that earlier versions built of the same archive. */
export async function dropFormerIndexes({ server, index }: Written): Promise<void> {
  const { results } = await reaching(server.url, () =>
    server.client.getRawIndexes({ limit: 1_000 }),
  )
  for (const { uid } of results.filter((found) => isFormerIndex(found.uid, index))) {
    requireSuccess(await finished(server, () => server.client.deleteIndex(uid)))
  }
}
