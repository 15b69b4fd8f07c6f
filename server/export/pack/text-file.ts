import type { StoredArticle } from '../../../engine/article.ts'
import { showDate } from '../../show-date.ts'
import { pageOf, type Exported } from '../exported.ts'
import { hashText } from '../hash-text.ts'

/** What stands between what is said of an article and its text. */
const rule = '-'.repeat(72)

/** An article as a text file in UTF-8: lines that say what it is, a rule, an empty line, and the text as the archive has it. */
export function textFile(article: StoredArticle, exported: Exported): string {
  const { title, outlet, published, authors, url, id, text, originalHash, firstIndexed } = article
  const head: readonly (readonly [label: string, value: string])[] = [
    ['Title', title],
    ['Outlet', outlet],
    ['Published', published === '' ? 'unknown' : `${showDate(published)} (${published})`],
    ['Authors', authors.join(', ')],
    ['Address', url],
    ['Archive id', id],
    ['Archive page', pageOf(exported, article)],
    ['First indexed', firstIndexed],
    ['Text SHA-256', hashText(text)],
    ['Original SHA-256', originalHash],
  ]
  const lines = head
    .filter(([, value]) => value !== '')
    .map(([label, value]) => `${label}: ${value.replace(/\s+/g, ' ')}\n`)
  return `${lines.join('')}${rule}\n\n${text}\n`
}
