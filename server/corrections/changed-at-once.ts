import { setImmediate as untilNextTurn } from 'node:timers/promises'
import type { Archive } from '../../engine/archive/archive.ts'
import type { Correction } from '../../indexer/pipeline.ts'

/** More articles are changed only after a reader has seen how many. */
export const mostUnasked = 50

/** Articles whose texts are looked through before the site answers others. */
const readAtOnce = 500

/** How many articles a correction would change; 0 where it changes names alone. Reads all texts for words that are added everywhere. */
export async function changedAtOnce(archive: Archive, correction: Correction): Promise<number> {
  if (correction.do === 'undo' || correction.do === 'rename') return 0
  if (correction.article !== undefined) return 1
  const { facet } = correction
  return correction.do === 'add'
    ? countSpelling(archive, correction.surface)
    : (archive.articlesWith(facet, [correction.value]).get(correction.value) ?? 0)
}

async function countSpelling(archive: Archive, spelling: string): Promise<number> {
  const last = archive.lastSequence()
  let count = 0
  for (let from = 1; from <= last; from += readAtOnce) {
    count += archive.withSpelling([spelling], { from, to: from + readAtOnce - 1 }).length
    await untilNextTurn()
  }
  return count
}
