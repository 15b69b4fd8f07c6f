import type { RequestHandler } from 'express'
import type { Site } from '../site.ts'

/** GET /health: whether engine, archive and store answer; 200 when all do, 503 otherwise. */
export function health({ engine, archive, store }: Site): RequestHandler {
  return async (_request, response) => {
    const parts = {
      engine: await ask(() => engine.stats()),
      archive: await ask(() => ({ articles: archive.count() })),
      store: await ask(() => {
        store.check()
      }),
    }
    const ok = Object.values(parts).every((part) => part.ok)
    response
      .status(ok ? 200 : 503)
      .set('cache-control', 'no-store')
      .json({ ok, ...parts })
  }
}

async function ask(question: () => unknown) {
  try {
    return { ok: true, answer: await question() }
  } catch (error) {
    // A broken part is this page's answer, not its failure.
    return { ok: false, message: error instanceof Error ? error.message : String(error) }
  }
}
