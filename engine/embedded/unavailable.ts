import type { Archive } from '../archive/archive.ts'
import { DatabaseUnusable, faultOf } from '../archive/open-database.ts'
import { EngineUnavailable } from '../search-engine.ts'
import { unfinishedGeneration } from './generations.ts'
import { IndexUnusable, isDamage } from './index-fault.ts'
import { openForReading, readState } from './index-file.ts'

/** How to have an index built anew. */
const rebuildCommand = 'npm run index -- rebuild'

/** What the engine says when its index fails it, and what becomes of it. */
export function indexUnavailable(
  what: 'read' | 'written',
  archive: Archive,
  cause: unknown,
): EngineUnavailable {
  if (cause instanceof EngineUnavailable) return cause
  const fault = isDamage(cause) ? cause : faultOf(indexName(archive), cause)
  // The disk, or the archive, is at fault, and its message says itself what to do.
  if (fault instanceof DatabaseUnusable) return new EngineUnavailable(fault.message, { cause })
  const reason = cause instanceof Error ? cause.message : String(cause)
  return new EngineUnavailable(
    `The search index cannot be ${what}: ${reason.replace(/\.$/, '')}. No article is lost. ${remedy(archive)}`,
    { cause },
  )
}

const indexName = ({ dataDir }: Archive) => `The search index in ${dataDir}`

function remedy(archive: Archive): string {
  const articles = articlesBuilt(archive)
  if (articles === undefined) return `To have it built anew from the archive: ${rebuildCommand}`
  return (
    `It is being built anew: ${counted(articles)} of ${counted(archive.count())} articles so far. ` +
    `Should that not go on: ${rebuildCommand}`
  )
}

/** How many articles the generation that is being built has; undefined when none is. */
function articlesBuilt(archive: Archive): number | undefined {
  const generation = unfinishedGeneration(archive)
  if (generation === undefined) return undefined
  try {
    const db = openForReading(archive.dataDir, generation)
    try {
      return readState(db).articles
    } finally {
      db.close()
    }
  } catch (error) {
    // It has only just been begun, or cannot be used either.
    if (error instanceof IndexUnusable) return undefined
    throw error
  }
}

const counted = (articles: number) => articles.toLocaleString('en-US')
