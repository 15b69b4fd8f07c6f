import type { StoredArticle } from '../../engine/article.ts'
import { toBibtex } from '../citations/bibtex.ts'
import { toCslItem } from '../citations/csl.ts'
import { dayOf, referenceOf, type Reference } from '../citations/reference.ts'
import { toRis } from '../citations/ris.ts'
import { number as shown } from '../view-models/counting.ts'
import { csvArticle, csvHead } from './csv.ts'
import { pageOf, type Exported } from './exported.ts'

export async function* writeCsv(exported: Exported): AsyncGenerator<string, void, undefined> {
  let number = 0
  yield csvHead()
  for await (const article of exported.articles) yield csvArticle(article, ++number, exported)
}

/** A line for each article: all that the archive has of it, evidence too, and its page. */
export async function* writeJsonl(exported: Exported): AsyncGenerator<string, void, undefined> {
  for await (const article of exported.articles) yield jsonlArticle(article, exported)
}

function jsonlArticle(article: StoredArticle, exported: Exported): string {
  const remark = exported.remarkOn(article.id)
  return `${JSON.stringify({ ...article, link: pageOf(exported, article), ...remark })}\n`
}

export async function* writeRis(exported: Exported): AsyncGenerator<string, void, undefined> {
  for await (const reference of references(exported)) yield toRis(reference)
}

/** Ends with a line that says how many entries there are: what stands between entries is no part of them. */
export async function* writeBibtex(exported: Exported): AsyncGenerator<string, void, undefined> {
  let entries = 0
  for await (const reference of references(exported)) {
    entries++
    yield `${toBibtex(reference)}\n`
  }
  yield `% The end: ${shown(entries)} ${entries === 1 ? 'entry' : 'entries'}\n`
}

export async function* writeCsl(exported: Exported): AsyncGenerator<string, void, undefined> {
  let separator = '['
  for await (const reference of references(exported)) {
    yield `${separator}\n${JSON.stringify(toCslItem(reference))}`
    separator = ','
  }
  yield separator === '[' ? '[]\n' : '\n]\n'
}

async function* references({ articles, at }: Exported): AsyncGenerator<Reference, void, undefined> {
  const accessed = dayOf(at)
  for await (const article of articles) yield referenceOf(article, accessed)
}
