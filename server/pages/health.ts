import type { RequestHandler } from 'express'
import type { Archive } from '../../engine/archive/archive.ts'
import type { EngineStats } from '../../engine/search-engine.ts'
import { comesThroughProxy } from '../accounts/proxied.ts'
import type { Site } from '../site.ts'

/**
 * GET /health: whether engine, archive and store answer; 200 when all do, 503 otherwise. An index that is behind the archive answers
 * too; `behind` says by how much. Where others may ask, it tells no more than what answers.
 */
export function health({ engine, archive, store }: Site): RequestHandler {
  return async (request, response) => {
    const parts = {
      engine: await ask(async () => withBehind(await engine.stats(), archive)),
      archive: await ask(() => ({ articles: archive.count() })),
      store: await ask(() => {
        store.check()
      }),
    }
    const isOwn = parts.store.ok && !store.accounts.any() && !comesThroughProxy(request)
    const ok = Object.values(parts).every((part) => part.ok)
    response
      .status(ok ? 200 : 503)
      .set('cache-control', 'no-store')
      .json({ ok, ...(isOwn ? parts : withoutFigures(parts)) })
  }
}

/** A part that answers, or does not. */
interface Answering {
  readonly ok: boolean
}

function withoutFigures(parts: Readonly<Record<string, Answering>>): Record<string, Answering> {
  return Object.fromEntries(Object.entries(parts).map(([name, { ok }]) => [name, { ok }]))
}

/** Changes of the archive that the index has yet to follow, and articles that it has yet to hold or to forget. */
function withBehind(stats: EngineStats, archive: Archive) {
  const changes = archive.lastChange() - stats.change
  const articles = changes === 0 ? 0 : Math.abs(archive.count() - stats.articles)
  return { ...stats, behind: { changes, articles } }
}

async function ask(question: () => unknown) {
  try {
    return { ok: true, answer: await question() }
  } catch (error) {
    // A broken part is this page's answer, not its failure.
    return { ok: false, message: error instanceof Error ? error.message : String(error) }
  }
}
