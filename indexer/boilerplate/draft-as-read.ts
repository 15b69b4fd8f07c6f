import type { Cleaning, Removal, StoredArticle } from '../../engine/article.ts'
import { textAsRead } from '../../engine/archive/text-as-read.ts'
import type { Draft, LeftOut } from '../read/draft.ts'

/**
 * The draft of which a stored article would be made again, as far as the archive tells: cleaned, it gives the same article as long as
 * the steps are the same.
 */
export function draftAsRead(article: StoredArticle, { titleFrom, removed }: Cleaning): Draft {
  const { title, authors, url, published, language, text, outlet } = article
  const isNamedBySource = article.facets.outlet.some(({ rule }) => rule === 'metadata')
  const inPage = removed.filter(isLeftOut)
  return {
    title: titleFrom === 'source' ? title : '',
    outlet: isNamedBySource ? outlet : '',
    published: published === '' ? [] : [published],
    url,
    authors,
    ...withLeftOut(textAsRead(text, removed), inPage),
    language,
    givenId: '',
  }
}

/** What the reader of a page left out is no part of the draft's text, but stands beside it. */
function withLeftOut(asRead: string, removed: readonly PageRemoval[]) {
  const kept: string[] = []
  const leftOut: LeftOut[] = []
  let [from, shift] = [0, 0]
  for (const { step, start, end } of removed) {
    kept.push(asRead.slice(from, start))
    leftOut.push({ at: start - shift, step, text: asRead.slice(start, end) })
    from = end
    shift += end - start
  }
  return { text: kept.join('') + asRead.slice(from), leftOut }
}

type PageRemoval = Removal & Pick<LeftOut, 'step'>

function isLeftOut(removal: Removal): removal is PageRemoval {
  return removal.step.endsWith(' in the page')
}
