import type { StoredArticle } from '../../../engine/article.ts'
import type { Finder } from '../../../engine/highlight/find-matches.ts'
import { bestPassages } from '../../../engine/highlight/passages.ts'
import type { Passage } from '../../../engine/hit.ts'
import { facetTable } from '../../facets.ts'
import { showDate } from '../../show-date.ts'
import { outsideLink } from '../../view-models/links.ts'
import { cutAtMatches } from '../../view-models/pieces.ts'
import { pageOf, type Exported } from '../exported.ts'
import { namesOfFacet } from '../facet-names.ts'
import { hashText } from '../hash-text.ts'
import { markup, type Html } from '../markup.ts'
import { fact } from './fact.ts'

/** An article of the report: title, where and when, its values, passages and hash. */
export async function reportArticle(
  article: StoredArticle,
  exported: Exported,
  finder: Finder | undefined,
): Promise<Html> {
  const passages = await passagesOf(article, finder)
  return markup`<article lang="${article.language}">
<h3 dir="auto"><a href="${pageOf(exported, article)}">${article.title}</a></h3>
<p class="soft" dir="auto">${sourceOf(article)}</p>
${passages.map(quote)}<dl lang="en">
${facts(article, exported).map(([label, value]) => fact(label, markup`${value}`))}${addressOf(article)}${fact('Text SHA-256', markup`${hashText(article.text)}`)}</dl>
</article>
`
}

/** Labels with their values; those without one left out. */
function facts(
  article: StoredArticle,
  { remarkOn }: Exported,
): (readonly [label: string, value: string])[] {
  const values = facetTable
    .filter(({ name }) => name !== 'outlet')
    .map(({ name, heading }) => [heading, namesOfFacet(article, name)] as const)
  const remark = remarkOn(article.id)
  const all = [
    ...values,
    ['Relevance', remark?.relevance ?? ''],
    ['Note', remark?.note ?? ''],
  ] as const
  return all.filter(([, value]) => value !== '')
}

/** `The Harbour Post, 10 April 2016, by Ann Lee` */
function sourceOf({ outlet, published, authors, dating }: StoredArticle): string {
  const doubt = published !== '' && dating.sureness === 'guessed' ? ' (in doubt)' : ''
  const date = published === '' ? 'undated' : `${showDate(published)}${doubt}`
  const by = authors.length === 0 ? '' : `by ${authors.join(', ')}`
  return [outlet || 'Outlet unknown', date, by].filter((part) => part !== '').join(', ')
}

function addressOf({ url }: StoredArticle): Html {
  const href = outsideLink(url)
  if (href === '') return markup``
  return fact('Address', markup`<a href="${href}" rel="noopener noreferrer">${href}</a>`)
}

async function passagesOf(
  article: StoredArticle,
  finder: Finder | undefined,
): Promise<readonly Passage[]> {
  const matches = finder ? (await finder.findPatiently(article)).text : []
  return bestPassages(article.text, matches, article.title)
}

function quote({ text, matches }: Passage): Html {
  const pieces = cutAtMatches(text, matches).map(({ text: piece, marked }) =>
    marked ? markup`<mark>${piece}</mark>` : markup`${piece}`,
  )
  return markup`<blockquote dir="auto">${pieces}</blockquote>
`
}
