import type { Archive } from '../../engine/archive/archive.ts'
import type { StoredArticle } from '../../engine/article.ts'
import { breathe } from '../records/breathe.ts'
import { withShownNames } from '../shown-names.ts'

/** Read at once before other requests have their turn: some five milliseconds. */
const atOnce = 16

/** Which articles are read. */
export interface Wanted {
  readonly sequences: Int32Array | readonly number[]
  /** Once it aborts, nothing more is read. */
  readonly signal: AbortSignal
  /** Default: every article. */
  readonly isWanted?: (article: StoredArticle) => boolean
}

/**
 * Articles one after the other, with the names that are shown for their values, reading no faster than they are taken. Those that have
 * left the archive are left out. Throws the signal's reason when it aborts.
 */
export async function* readArticles(
  { archive }: { readonly archive: Archive },
  { sequences, signal, isWanted = () => true }: Wanted,
): AsyncGenerator<StoredArticle, void, undefined> {
  for (let start = 0; start < sequences.length; start += atOnce) {
    await breathe()
    signal.throwIfAborted()
    const read = Array.from(sequences.slice(start, start + atOnce)).flatMap((sequence) => {
      const article = archive.getBySequence(sequence)
      return article && isWanted(article) ? [article] : []
    })
    for (const article of withShownNames(archive, read)) {
      signal.throwIfAborted()
      yield article
    }
  }
}
