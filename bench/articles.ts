import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { Archive } from '../engine/archive/archive.ts'
import { acquireLease } from '../engine/archive/lease.ts'
import type { Article } from '../engine/article.ts'
import { openEngine } from '../engine/open-engine.ts'
import { loadLists, loadSample, silentProgress } from '../indexer/pipeline.ts'
import { seeded } from './seeded.ts'
import { takeApart, vary } from './vary.ts'

/**
 * Writes at most `count` articles as JSON lines, as the indexer reads them, and returns how many: the first ones of a file of JSON
 * lines (plain or .gz) when one is named, otherwise the sample archive and as many changed copies of its articles as it takes.
 */
export async function writeOriginals(
  target: string,
  count: number,
  source: string | undefined,
  scratch: string,
): Promise<number> {
  let written = 0
  const lines = source === undefined ? sampleLines(count, scratch) : fileLines(source, count)
  async function* counted(): AsyncGenerator<string> {
    for await (const line of lines) {
      written++
      yield `${line}\n`
    }
  }
  await pipeline(Readable.from(counted()), createWriteStream(target))
  if (written === 0) throw new Error(`${source ?? 'The sample archive'} holds no article.`)
  return written
}

async function* fileLines(source: string, count: number): AsyncGenerator<string> {
  if (!existsSync(source)) throw new Error(`There is no file ${source}.`)
  const bytes = createReadStream(source)
  const input = source.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes
  let read = 0
  for await (const line of createInterface({ input })) {
    yield line
    if (++read >= count) break
  }
  bytes.destroy()
}

async function* sampleLines(count: number, scratch: string): AsyncGenerator<string> {
  const originals = (await sampleArticles(scratch)).map(takeApart)
  for (let number = 0; number < count; number++) {
    const original = originals[number % originals.length]
    if (!original) return
    const isCopy = number >= originals.length
    const { title, outlet, published, text } = isCopy
      ? vary(original, originals, number, seeded(number))
      : original.article
    yield JSON.stringify({ id: String(number), title, outlet, published, text })
  }
}

async function sampleArticles(scratch: string): Promise<Article[]> {
  const archive = new Archive(scratch)
  const engine = await openEngine({ kind: 'embedded' }, archive)
  const lease = acquireLease(scratch, 'npm run bench')
  try {
    await loadSample({ archive, engine, lease, lists: loadLists(), progress: silentProgress })
    return archive.sampleIds().flatMap((id) => archive.get(id) ?? [])
  } finally {
    await engine.close()
    lease.release()
    archive.close()
  }
}
