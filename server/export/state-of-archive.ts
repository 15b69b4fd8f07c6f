import { analysisVersion, listsVersion } from '../../engine/text/analyse.ts'
import { datelineVersion } from '../../indexer/pipeline.ts'
import type { Site } from '../site.ts'
import type { ToExport } from './exported.ts'

/** What every export says of the archive and the engine: when, by which versions, from which state. */
export interface StateOfArchive extends Pick<ToExport, 'at' | 'facts' | 'query'> {
  /** The last change of the archive that a search finds. */
  readonly change: number
}

/** Asks engine and archive. Throws EngineUnavailable. */
export async function stateOfArchive({
  engine,
  archive,
}: Pick<Site, 'engine' | 'archive'>): Promise<StateOfArchive> {
  const at = new Date()
  const stats = await engine.stats()
  const versions = {
    dateline: datelineVersion(),
    engine: `${stats.engine} ${stats.version}`.trim(),
    analysis: String(analysisVersion),
    lists: listsVersion,
  }
  const mark = archive.changeMark(stats.change) ?? null
  return {
    at,
    change: stats.change,
    facts: [
      ['Exported', at.toISOString()],
      ['Dateline', `version ${versions.dateline}, engine ${versions.engine}`],
      ['Index', `analysis ${versions.analysis}, lists ${versions.lists}`],
      ['Archive', `state ${stats.change}, ${stats.articles} articles`],
    ],
    query: {
      exported: at.toISOString(),
      versions,
      archive: { articles: stats.articles, change: stats.change, mark },
    },
  }
}
