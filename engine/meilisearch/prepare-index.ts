import type { Settings } from 'meilisearch'
import { EngineUnavailable } from '../search-engine.ts'
import { isMissingIndex, reaching } from './errors.ts'
import { missingSettings } from './index-settings.ts'
import { finished, requireSuccess, type Written } from './send.ts'

/** What an index on the server is like. */
export type Found = 'missing' | 'with other settings' | 'ready'

export async function findIndex({ server, index }: Written): Promise<Found> {
  try {
    const settings: Settings = await reaching(server.url, () =>
      server.client.index(index).getSettings(),
    )
    return missingSettings(settings) ? 'with other settings' : 'ready'
  } catch (error) {
    if (isMissingIndex(error)) return 'missing'
    throw error
  }
}

/**
 * Makes an index with its settings in one step, so that no search ever meets one without. Only for one without articles: any change
 * of settings makes Meilisearch index all of them anew.
 */
export async function makeIndex({ server, index }: Written): Promise<void> {
  const settings = missingSettings({})
  if (!settings) return
  requireSuccess(await finished(server, () => server.client.index(index).updateSettings(settings)))
}

/** Puts an index in the place of another, which is then gone; searches meet the one or the other, never neither. */
export async function replaceIndex({ server, index }: Written, by: string): Promise<void> {
  const isThere = (await findIndex({ server, index })) !== 'missing'
  const made = await whenMade({ server, index: by })
  // Meilisearch swaps only indexes that are both there; it renames the first to the second otherwise.
  const swap = { indexes: [by, index] satisfies [string, string], rename: !isThere }
  await reaching(server.url, () => server.client.swapIndexes([swap]))
  // A key that is confined to these indexes is not shown the task of a swap. Tasks are done in their order, so this one, which
  // changes nothing, ends after it.
  await finished(server, () => server.client.index(index).deleteDocuments(['none']))
  if ((await whenMade({ server, index })) !== made) {
    throw new EngineUnavailable(
      `Meilisearch did not put its index ${by} in the place of ${index}. Look at the server's log, then run the command again.`,
    )
  }
  if (isThere) await dropIndex({ server, index: by })
}

/** The moment an index was made tells it from others whatever it is called; '' for none. */
async function whenMade({ server, index }: Written): Promise<string> {
  try {
    const { createdAt } = await reaching(server.url, () => server.client.index(index).getRawInfo())
    return createdAt
  } catch (error) {
    if (isMissingIndex(error)) return ''
    throw error
  }
}

export async function dropIndex({ server, index }: Written): Promise<void> {
  requireSuccess(await finished(server, () => server.client.deleteIndex(index)))
}

/** The indexes on the server that a test picks by their names. */
export async function indexesLike(
  { server }: Written,
  isLike: (name: string) => boolean,
): Promise<string[]> {
  const { results } = await reaching(server.url, () =>
    server.client.getRawIndexes({ limit: 1_000 }),
  )
  return results.map(({ uid }) => uid).filter(isLike)
}
