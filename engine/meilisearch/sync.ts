import type { Archive } from '../archive/archive.ts'
import { ArticlesNotIndexed } from './errors.ts'
import { lineOf, payloadsAfter, payloadSize } from './payload.ts'
import { dropFormerIndexes, prepareIndex } from './prepare-index.ts'
import { finished, requireSuccess, retrySetAside, sendPayload, type Written } from './send.ts'
import { readState, type IndexState } from './state.ts'

/**
 * Brings an index up to the archive's last change. A server that was wiped has no state, so it starts from the first change.
 * Throws ArticlesNotIndexed at the end, when everything else is searchable, if Meilisearch would not take some articles.
 */
export async function syncIndex(
  written: Written,
  archive: Archive,
  progress: (done: number, of: number) => void,
): Promise<void> {
  await prepareIndex(written)
  const start = await startingState(written, archive)
  let state = await retried(written, archive, start)
  const end = archive.lastChange()
  const payloads = payloadsAfter(archive, state.change, payloadSize)
  let next = await payloads.next()
  while (next.done !== true) {
    // The next payload is prepared while the server works on this one.
    const [applied, following] = await Promise.all([
      sendPayload(written, next.value, state),
      payloads.next(),
    ])
    state = applied
    next = following
    progress(Math.min(state.change, end) - start.change, end - start.change)
  }
  await dropFormerIndexes(written)
  if (state.setAside.length > 0) throw new ArticlesNotIndexed(report(state, archive))
}

async function startingState(written: Written, archive: Archive): Promise<IndexState> {
  const { change, setAside } = await readState(written.server, written.index)
  if (change <= archive.lastChange()) return { change, setAside }
  // The archive was put back to an earlier copy: which of the index's articles it still has cannot be told.
  const { server, index } = written
  requireSuccess(await finished(server, () => server.client.index(index).deleteAllDocuments()))
  return { change: 0, setAside: [] }
}

async function retried(written: Written, archive: Archive, state: IndexState): Promise<IndexState> {
  if (state.setAside.length === 0) return state
  const lines = state.setAside.flatMap(({ id }) => lineOf({ article: archive.get(id) }) ?? [])
  return retrySetAside(written, lines, state)
}

function report({ setAside }: IndexState, archive: Archive): string {
  const shown = setAside.slice(0, 10).map(({ id, reason }) => {
    const article = archive.get(id)
    return `  ${id} (${article ? `“${article.title}”, ${article.origin}` : 'no longer in the archive'}): ${reason}`
  })
  const more =
    setAside.length > shown.length ? [`  and ${setAside.length - shown.length} more`] : []
  return [
    `Meilisearch would not take ${setAside.length} of the articles; all others can be searched. The next run tries these again:`,
    ...shown,
    ...more,
  ].join('\n')
}
