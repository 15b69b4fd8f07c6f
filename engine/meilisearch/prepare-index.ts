import { isFormerIndex } from './index-name.ts'
import { missingSettings } from './index-settings.ts'
import { isMissingIndex, reaching } from './errors.ts'
import { requireMeilisearch } from './server.ts'
import { finished, requireSuccess, type Written } from './send.ts'

/** Creates the index if need be and gives it its settings where they differ: every change of them indexes all articles anew. */
export async function prepareIndex({ server, index }: Written): Promise<void> {
  const { client, url } = server
  await requireMeilisearch(server)
  if (!(await exists({ server, index }))) {
    requireSuccess(await finished(server, () => client.createIndex(index, { primaryKey: 'id' })))
  }
  const missing = missingSettings(await reaching(url, () => client.index(index).getSettings()))
  if (missing)
    requireSuccess(await finished(server, () => client.index(index).updateSettings(missing)))
}

async function exists({ server, index }: Written): Promise<boolean> {
  try {
    await reaching(server.url, () => server.client.getRawIndex(index))
    return true
  } catch (error) {
    if (isMissingIndex(error)) return false
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
