import { cpuSeconds } from '../child.ts'
import type { Extractor } from './extractors.ts'
import type { GoldArticle } from './gold.ts'

/** How fast an extractor is on a core of its own. */
export interface Rate {
  readonly articles: number
  /** Thousands of characters of title and text. */
  readonly kilobytes: number
}

const longest = 2

/**
 * What an extractor does a second, once its code is warm: it goes through the articles, for two seconds at most. By what the processor
 * worked, so that what else runs on the machine changes little.
 */
export function rateOf(extractor: Extractor, gold: readonly GoldArticle[]): Rate {
  const started = cpuSeconds()
  let articles = 0
  let characters = 0
  let seconds = 0
  for (const { article } of gold) {
    extractor.extract(article)
    articles++
    characters += article.title.length + article.text.length
    seconds = cpuSeconds() - started
    if (seconds > longest) break
  }
  return { articles: articles / seconds, kilobytes: characters / 1000 / seconds }
}
