import { existsSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { GoldUnusable, readGold, type GoldArticle } from './gold.ts'

/** A file of labels and the file of their articles. */
export interface GoldPair {
  readonly labels: string
  readonly articles: string
}

/** Where labelled articles lie unless files are named: beside the project, because they are not part of it. */
const usualFolder = fileURLToPath(new URL('../../../shared/data', import.meta.url))

/**
 * Pairs of files: those named, each `NAME.jsonl` with `NAME-articles.jsonl` unless its articles are named too, in the same order;
 * otherwise all gold-dev*.jsonl of the usual folder. Throws GoldUnusable where one is missing.
 */
export function goldPairs(
  labelFiles: readonly string[],
  articleFiles: readonly string[],
  folder: string = usualFolder,
): readonly GoldPair[] {
  if (articleFiles.length > labelFiles.length)
    throw new GoldUnusable('There are more --articles than --gold files: name them in pairs.')
  const files = labelFiles.length > 0 ? labelFiles : usualFiles(folder)
  const pairs = files.map((labels, index) => ({
    labels,
    articles: articleFiles[index] ?? labels.replace(/(\.jsonl)?$/, '-articles.jsonl'),
  }))
  const missing = pairs
    .flatMap((pair) => [pair.labels, pair.articles])
    .find((file) => !existsSync(file))
  if (missing !== undefined) throw new GoldUnusable(`There is no file ${missing}. ${howToName}`)
  return pairs
}

/** Reads the articles of several pairs, one pair after the other. Throws GoldUnusable. */
export function readPairs(pairs: readonly GoldPair[]): GoldArticle[] {
  return pairs.flatMap(({ labels, articles }) => readGold(labels, articles))
}

const howToName =
  'Labels and their articles are NAME.jsonl and NAME-articles.jsonl, or are named by --gold FILE --articles FILE.'

function usualFiles(folder: string): string[] {
  const shown = relative('', folder)
  const names = existsSync(folder) ? readdirSync(folder).sort() : []
  const labels = names.filter(
    (name) => /^gold-dev.*\.jsonl$/.test(name) && !name.endsWith('-articles.jsonl'),
  )
  if (labels.length === 0) {
    throw new GoldUnusable(
      `There are no labelled articles: put gold-dev.jsonl and gold-dev-articles.jsonl into ${shown}, or name others. ${howToName}`,
    )
  }
  return labels.map((name) => join(shown, name))
}
