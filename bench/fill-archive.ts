import { createHash } from 'node:crypto'
import { Archive } from '../engine/archive/archive.ts'
import { acquireLease } from '../engine/archive/lease.ts'
import type { Entry } from '../engine/archive/write.ts'
import type { Article } from '../engine/article.ts'
import { cpuSeconds, report } from './child.ts'
import { seeded } from './seeded.ts'
import { takeApart, vary, type Original } from './vary.ts'

// Fills an archive with articles made from those of another: node fill-archive.ts FROM_DATA_DIR TO_DATA_DIR COUNT
const [from = '', to = '', count = ''] = process.argv.slice(2)

const batch = 500

const originals = readOriginals(from)
const archive = new Archive(to)
const lease = acquireLease(to, 'npm run bench')
let storing = 0
let working = 0
for (let first = 0; first < Number(count); first += batch) {
  const size = Math.min(batch, Number(count) - first)
  const entries = Array.from({ length: size }, (_, i) => entryOf(first + i))
  const started = performance.now()
  const worked = cpuSeconds()
  archive.commit(lease, entries)
  storing += performance.now() - started
  working += cpuSeconds() - worked
}
const articles = archive.count()
lease.release()
archive.close()
report({ articles: [articles], seconds: [storing / 1000], cpuSeconds: [working] })

function readOriginals(dataDir: string): Original[] {
  const source = new Archive(dataDir)
  const found: Original[] = []
  try {
    for (let sequence = 1; sequence <= source.lastSequence(); sequence++) {
      const article = source.getBySequence(sequence)
      if (article) found.push(takeApart(article))
    }
  } finally {
    source.close()
  }
  return found
}

/** The originals as they are, then one changed copy after the other. The number is the seed: the same archive every time. */
function entryOf(number: number): Entry {
  const original = originals[number % originals.length]
  if (!original) throw new Error(`There is no article in ${from}.`)
  const article =
    number < originals.length ? original.article : vary(original, originals, number, seeded(number))
  const bytes = Buffer.from(originalOf(article))
  return {
    article,
    identity: { url: '', given: { source: 'bench', id: String(number) }, path: '' },
    origin: `bench.jsonl#${number + 1}`,
    original: {
      bytes,
      mediaType: 'application/json',
      hash: createHash('sha256').update(bytes).digest('hex'),
    },
    sample: false,
    processing: 'bench',
  }
}

function originalOf({ title, outlet, published, text }: Article): string {
  return JSON.stringify({ title, outlet, published, text })
}
