import type { DatabaseSync } from 'node:sqlite'
import { isAnotherArticle, type Content } from './another-article.ts'
import { hasContent, identify, type Identified, type IdentityKey } from './identity.ts'
import { ofSameRecord } from './same-record.ts'
import { prepare } from './prepare.ts'

/** What the archive has under the id of an article that was exported. */
type AtHome =
  | { readonly kind: 'here'; readonly id: string; readonly conflict: string | undefined }
  | { readonly kind: 'free'; readonly id: string; readonly conflict: undefined }
  | { readonly kind: 'none'; readonly id: ''; readonly conflict: string | undefined }

interface Exportable {
  readonly article: Pick<Content, 'title' | 'text'>
  readonly original: { readonly hash: string }
  readonly exportedAs?: string
}

/** What of an entry tells whether it is another article. */
function contentOf({ article, original }: Exportable): Content {
  return { title: article.title, text: article.text, originalHash: original.hash }
}

/**
 * Finds the article that an exported one is: the one with its id, which stays as it is even where it has changed since; an id that was
 * never given is free. `none` for a record that was not exported, and where another article has the id, or one that was taken down had it.
 */
export function articleExported(
  db: DatabaseSync,
  entry: Exportable,
  keys: readonly IdentityKey[],
): AtHome {
  const { exportedAs: id = '' } = entry
  if (id === '') return { kind: 'none', id: '', conflict: undefined }
  const row = prepare(db, 'select sequence from article where id = ?').get(id)
  if (!row) {
    const isDown = prepare(db, 'select 1 from purged where id = ?').get(id) !== undefined
    return isDown
      ? { kind: 'none', id: '', conflict: undefined }
      : { kind: 'free', id, conflict: undefined }
  }
  const sequence = Number(row['sequence'])
  if (hasContent(db, sequence, keys)) return { kind: 'here', id, conflict: undefined }
  return isAnotherArticle(db, sequence, contentOf(entry))
    ? { kind: 'none', id: '', conflict: 'same id as another article of this archive: kept as two' }
    : { kind: 'here', id, conflict: 'exported from this archive, and changed since: kept as it is' }
}

/** The article that any other record is. */
export function whichArticle(
  db: DatabaseSync,
  entry: Exportable & { readonly origin: string },
  keys: readonly IdentityKey[],
  home: AtHome,
): Identified {
  const { sequence: named, conflict = home.conflict } = identify(db, keys, contentOf(entry))
  const sequence =
    named ??
    (conflict === undefined ? ofSameRecord(db, entry.origin, entry.original.hash) : undefined)
  return { sequence, conflict }
}
