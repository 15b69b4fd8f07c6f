import type { Archive } from '../archive/archive.ts'
import { ArticlesNotIndexed } from './errors.ts'
import { fillIndex, type Progress } from './fill.ts'
import { isFormerIndex, nextName } from './index-name.ts'
import { dropIndex, findIndex, indexesLike, makeIndex, replaceIndex } from './prepare-index.ts'
import type { Written } from './send.ts'
import { requireMeilisearch } from './server.ts'
import { emptyState, readState, type IndexState } from './state.ts'

/** Whether an index went on from where it stood, or another took its place. */
export type Outcome = 'followed' | 'replaced'

/**
 * Brings an index up to the archive's last change. Where that needs the index built anew, as for other settings, another version of
 * format or lists, or an archive that was put back to an older copy, another one is filled beside it and then takes its place.
 * Throws ArticlesNotIndexed at the end, when everything else is searchable, if Meilisearch would not take some articles.
 */
export async function syncIndex(
  written: Written,
  archive: Archive,
  progress: Progress,
): Promise<Outcome> {
  await requireMeilisearch(written.server)
  const state = await usableState(written, archive)
  if (!state) {
    await buildBeside(written, archive, progress)
    return 'replaced'
  }
  reportSetAside(await fillIndex(written, archive, state, progress), archive)
  return 'followed'
}

/** Fills a new index from the first change on, beside the one in use, and puts it in its place. */
export async function rebuildIndex(
  written: Written,
  archive: Archive,
  progress: Progress,
): Promise<void> {
  await requireMeilisearch(written.server)
  const next = { ...written, index: nextName(written.index) }
  if ((await findIndex(next)) !== 'missing') await dropIndex(next)
  await buildBeside(written, archive, progress)
}

/** Deletes what earlier versions built of the same archive, and what was left of building an index that is in use by now. */
export async function dropFormerIndexes(written: Written): Promise<void> {
  const { index } = written
  const isLeftOver = (name: string) => name === nextName(index) || isFormerIndex(name, index)
  for (const name of await indexesLike(written, isLeftOver))
    await dropIndex({ ...written, index: name })
}

/** Where to go on with an index; undefined where another has to take its place. The first index of an archive can be searched while it is filled. */
async function usableState(written: Written, archive: Archive): Promise<IndexState | undefined> {
  const found = await findIndex(written)
  if (found === 'missing') {
    const former = await indexesLike(written, (name) => isFormerIndex(name, written.index))
    if (former.length > 0) return undefined
    await makeIndex(written)
    return emptyState
  }
  const { articles, ...state } = await readState(written.server, written.index)
  const isEmpty = articles === 0 && state.change === 0
  if (found === 'with other settings') {
    if (!isEmpty) return undefined
    await makeIndex(written)
  }
  return isOf(archive, state) ? state : undefined
}

/** A build that was interrupted goes on where it stopped. */
async function buildBeside(written: Written, archive: Archive, progress: Progress): Promise<void> {
  const next = { ...written, index: nextName(written.index) }
  const start = await startOf(next, archive)
  const state = await fillIndex(next, archive, start, progress)
  await replaceIndex(written, next.index)
  reportSetAside(state, archive)
}

async function startOf(next: Written, archive: Archive): Promise<IndexState> {
  const found = await findIndex(next)
  if (found === 'ready') {
    const { articles, ...state } = await readState(next.server, next.index)
    if (articles > 0 && isOf(archive, state)) return state
  }
  if (found !== 'missing') await dropIndex(next)
  await makeIndex(next)
  return emptyState
}

/** Whether the archive's log still has the change up to which an index was filled. */
const isOf = (archive: Archive, { change, mark }: IndexState) => archive.changeMark(change) === mark

function reportSetAside({ setAside }: IndexState, archive: Archive): void {
  if (setAside.length === 0) return
  const shown = setAside.slice(0, 10).map(({ id, reason }) => {
    const article = archive.get(id)
    return `  ${id} (${article ? `“${article.title}”, ${article.origin}` : 'no longer in the archive'}): ${reason}`
  })
  const more =
    setAside.length > shown.length ? [`  and ${setAside.length - shown.length} more`] : []
  const lines = [
    `Meilisearch would not take ${setAside.length} of the articles; all others can be searched. The next run tries these again:`,
    ...shown,
    ...more,
  ]
  throw new ArticlesNotIndexed(lines.join('\n'))
}
