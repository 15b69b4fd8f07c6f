import type { Archive } from './archive/archive.ts'
import type { SearchEngine } from './search-engine.ts'

/** Which engine to open; `engineChoice` reads it from the settings. */
export type EngineChoice =
  | { readonly kind: 'embedded' }
  | { readonly kind: 'meilisearch'; readonly url: string; readonly key: string }

/** Meilisearch when an address is set, the embedded engine otherwise; never one in place of the other. */
export function engineChoice(settings: {
  readonly MEILI_URL: string
  readonly MEILI_KEY: string
}): EngineChoice {
  return settings.MEILI_URL === ''
    ? { kind: 'embedded' }
    : { kind: 'meilisearch', url: settings.MEILI_URL, key: settings.MEILI_KEY }
}

/**
 * Opens the engine over an archive. It may be behind the archive until `sync` has run. Only the engine that is asked for is loaded:
 * both would take a tenth of a second longer at every start.
 */
export async function openEngine(choice: EngineChoice, archive: Archive): Promise<SearchEngine> {
  switch (choice.kind) {
    case 'embedded': {
      const { openEmbeddedEngine } = await import('./embedded/embedded-engine.ts')
      return openEmbeddedEngine(archive)
    }
    case 'meilisearch': {
      const { openMeilisearchEngine } = await import('./meilisearch/meilisearch-engine.ts')
      return openMeilisearchEngine(choice.url, choice.key, archive)
    }
  }
}
