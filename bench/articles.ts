import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { Archive } from '../engine/archive/archive.ts'
import { acquireLease } from '../engine/archive/lease.ts'
import { openEngine } from '../engine/open-engine.ts'
import { loadLists, loadSample, silentProgress } from '../indexer/pipeline.ts'

/** An article as the indexer reads it from a line of JSON. */
interface Line {
  readonly title: string
  readonly outlet: string
  readonly published: string
  readonly text: string
}

/**
 * Writes `count` articles as JSON lines. From a file of JSON lines (plain or .gz) when one is named, otherwise from the sample
 * archive. Where the source has fewer, it is repeated with changes: every copy has an id of its own and its sentences in another order.
 */
export async function writeArticles(
  target: string,
  count: number,
  source: string | undefined,
  scratch: string,
): Promise<void> {
  const originals =
    source === undefined ? await sampleArticles(scratch) : await readLines(source, count)
  if (originals.length === 0) throw new Error(`${source ?? 'The sample archive'} holds no article.`)
  await pipeline(Readable.from(lines(originals, count)), createWriteStream(target))
}

function* lines(originals: readonly Line[], count: number): Generator<string> {
  for (let i = 0; i < count; i++) {
    const original = originals[i % originals.length]
    if (!original) return
    const copy = Math.floor(i / originals.length)
    const text = copy === 0 ? original.text : rotated(original.text, copy)
    yield `${JSON.stringify({ ...original, id: `bench-${i}`, url: '', text: `${text} Copy ${copy}.` })}\n`
  }
}

function rotated(text: string, by: number): string {
  const sentences = text.split(/(?<=[.!?])\s+/)
  const at = by % sentences.length
  return [...sentences.slice(at), ...sentences.slice(0, at)].join(' ')
}

async function readLines(source: string, count: number): Promise<Line[]> {
  if (!existsSync(source)) throw new Error(`There is no file ${source}.`)
  const bytes = createReadStream(source)
  const input = source.endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes
  const found: Line[] = []
  for await (const line of createInterface({ input })) {
    const article: unknown = JSON.parse(line)
    if (isLine(article)) found.push(article)
    if (found.length >= count) break
  }
  bytes.destroy()
  return found
}

function isLine(value: unknown): value is Line {
  return (
    typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string'
  )
}

async function sampleArticles(scratch: string): Promise<Line[]> {
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
