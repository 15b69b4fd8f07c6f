import type { Archive, Change } from '../archive/archive.ts'

/** Changes applied in one transaction: large enough to be fast, small enough that little is repeated after a crash. */
const mostChanges = 500
/** Texts in one transaction, which are in memory at once. In UTF-16 units. */
const mostText = 8_000_000
/** Read at once; one article has 16 MB at most. */
const step = 50

/** The changes of an archive after one of them, in their order, also those that are made meanwhile. */
export function* changeBatches(archive: Archive, after: number): Generator<readonly Change[]> {
  let batch: Change[] = []
  let text = 0
  for (const changes of changeSteps(archive, after)) {
    batch.push(...changes)
    text += changes.reduce((sum, { article }) => sum + (article?.text.length ?? 0), 0)
    if (batch.length < mostChanges && text < mostText) continue
    yield batch
    batch = []
    text = 0
  }
  if (batch.length > 0) yield batch
}

function* changeSteps(archive: Archive, after: number): Generator<readonly Change[]> {
  for (let last = after; ;) {
    const changes = archive.changes(last, step)
    const next = changes.at(-1)?.number
    if (next === undefined) return
    yield changes
    last = next
  }
}
