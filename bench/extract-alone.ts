import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import type { ExtractionInput } from '../indexer/extract/extract.ts'
import { readJsonArticle } from '../indexer/read/json-article.ts'
import { cpuSeconds, report } from './child.ts'
import type { Extractor } from './evaluate/extractors.ts'

// Extracts the facets of articles in one thread, for some seconds at most: node extract-alone.ts NAME FILE SECONDS
const [name = '', file = '', longest = ''] = process.argv.slice(2)

/** Goes by unmeasured: code is compiled while it runs for the first time. */
const warmUp = 0.25

const loading = performance.now()
const extractor = await load()
const loadMs = performance.now() - loading
const articles = await read()
const given = articles.reduce((sum, article) => sum + lengthOf(article), 0)
pass(Number(longest) * warmUp)
const worked = cpuSeconds()
const characters = pass(Number(longest))
report({
  given: [given],
  loadMs: [loadMs],
  characters: [characters],
  cpuSeconds: [cpuSeconds() - worked],
})

/** Loads one of them only: the memory of the other is not to be counted. */
async function load(): Promise<Extractor> {
  if (name === 'compromise') return (await import('./evaluate/compromise.ts')).compromise
  const { dateline } = await import('./evaluate/extractors.ts')
  const { loadLists } = await import('../indexer/extract/lists.ts')
  return dateline(loadLists())
}

async function read(): Promise<ExtractionInput[]> {
  const lines: ExtractionInput[] = []
  for await (const line of createInterface({ input: createReadStream(file) }))
    if (line.trim() !== '') lines.push(readJsonArticle(Buffer.from(line)))
  return lines
}

/** Goes through the articles once, or as far as it comes in so many seconds; says how many characters that were. */
function pass(seconds: number): number {
  const began = cpuSeconds()
  let read = 0
  for (const article of articles) {
    extractor.extract(article)
    read += lengthOf(article)
    if (cpuSeconds() - began > seconds) break
  }
  return read
}

function lengthOf({ title, text }: ExtractionInput): number {
  return title.length + text.length
}
