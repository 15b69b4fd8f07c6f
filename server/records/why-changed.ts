import type { Archive } from '../../engine/archive/archive.ts'
import type { Fingerprint } from '../../engine/archive/fingerprints.ts'

const readOtherwise =
  'the article is as it was: the query is read otherwise now, by other lists, names or rules'

/** Why an article that a saved query found is found no more, as far as its fingerprint tells. */
export function whyGone(archive: Archive, then: Fingerprint): string {
  const article = archive.get(then.id)
  const now = article && archive.fingerprints([article.sequence])[0]
  if (!now) return 'no longer in the archive'
  const isRewritten = now.content !== then.content
  const isReclassified = now.facets !== then.facets
  if (isRewritten && isReclassified) return 'its text was changed, and it is classified otherwise'
  if (isRewritten) return 'its text was changed'
  return isReclassified ? 'it is classified otherwise' : readOtherwise
}

/** Why an article that was in the archive before is found now, and was not then. */
export function whyFound(isChanged: boolean): string {
  return isChanged ? 'its text was changed, or it is classified otherwise' : readOtherwise
}
