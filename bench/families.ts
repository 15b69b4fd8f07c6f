import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { Archive } from '../engine/archive/archive.ts'
import { acquireLease, type Lease } from '../engine/archive/lease.ts'
import type { Entry } from '../engine/archive/write.ts'
import { undated } from '../engine/article.ts'
import { makeSignature } from '../indexer/families/make-signature.ts'
import { cpuSeconds } from './child.ts'
import { printTable, shown } from './measure.ts'

/** As many as the indexer stores in one transaction. */
const batchSize = 200

interface Text {
  readonly id: string
  readonly text: string
}

/**
 * Prints how well and how fast near-duplicates are found among the texts of a folder: JSON lines of id and text (plain or .gz), and beside
 * them a .txt file with a pair `a|b` in each line. Throws for a folder without them.
 */
export function measureFamilies(folder: string): void {
  const texts = readTexts(folder)
  const truth = readTruth(folder)
  const dataDir = mkdtempSync(join(tmpdir(), 'dateline-bench-'))
  const lease = acquireLease(dataDir, 'npm run bench')
  const archive = new Archive(dataDir)
  try {
    const ids = store(archive, lease, texts)
    const worked = sign(archive, lease, texts)
    const found = pairsIn(archive, ids)
    const right = [...found].filter((pair) => truth.has(pair)).length
    printTable([
      ['articles', 'true pairs', 'found', 'precision', 'recall', 'signature ms', 'articles/s'],
      [
        String(texts.length),
        String(truth.size),
        String(found.size),
        shown(right / Math.max(1, found.size), 3),
        shown(right / Math.max(1, truth.size), 3),
        shown((1000 * worked.signing) / texts.length, 3),
        shown(texts.length / (worked.signing + worked.keeping), 0),
      ],
    ])
  } finally {
    archive.close()
    lease.release()
    rmSync(dataDir, { recursive: true })
  }
}

/** Stores the texts without signatures; returns the id that the archive gives each, and which text that is. */
function store(archive: Archive, lease: Lease, texts: readonly Text[]): Map<string, string> {
  const ids = new Map<string, string>()
  for (let at = 0; at < texts.length; at += batchSize) {
    const batch = texts.slice(at, at + batchSize)
    const outcomes = archive.commit(lease, batch.map(toEntry))
    for (const [i, { id }] of outcomes.entries()) ids.set(id, batch[i]?.id ?? '')
  }
  return ids
}

/** Signs the texts and keeps their families, as a run does; returns the seconds that the processor worked for each. */
function sign(archive: Archive, lease: Lease, texts: readonly Text[]) {
  const worked = { signing: 0, keeping: 0 }
  for (let at = 0; at < texts.length; at += batchSize) {
    const began = cpuSeconds()
    const signed = texts.slice(at, at + batchSize).map(({ text }, i) => ({
      sequence: at + i + 1,
      signature: makeSignature({ text, dateline: '' }),
    }))
    const made = cpuSeconds()
    archive.sign(lease, signed)
    worked.signing += made - began
    worked.keeping += cpuSeconds() - made
  }
  return worked
}

function pairsIn(archive: Archive, ids: ReadonlyMap<string, string>): Set<string> {
  const families = new Map<string, string[]>()
  for (const [id, name] of ids) {
    const family = archive.get(id)?.family ?? ''
    if (family !== '') families.set(family, [...(families.get(family) ?? []), name])
  }
  const pairs = [...families.values()].flatMap((members) =>
    members.flatMap((a, nth) => members.slice(nth + 1).map((b) => pairOf(a, b))),
  )
  return new Set(pairs)
}

const pairOf = (a: string, b: string) => [a, b].sort().join('|')

function readTexts(folder: string): Text[] {
  return named(folder, /\.jsonl(\.gz)?$/).flatMap((file) => {
    const bytes = readFileSync(file)
    const lines = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString().trim().split('\n')
    return lines.map((line) => readText(JSON.parse(line)))
  })
}

function readText(line: unknown): Text {
  const isText = typeof line === 'object' && line !== null && 'id' in line && 'text' in line
  if (!isText) throw new Error('A line of the texts has no id or no text.')
  return { id: String(line.id), text: String(line.text) }
}

function readTruth(folder: string): Set<string> {
  const lines = named(folder, /\.txt$/).flatMap((file) => readFileSync(file, 'utf8').split('\n'))
  return new Set(
    lines.flatMap((line) => {
      const [a = '', b = ''] = line.trim().split('|')
      return a === '' || b === '' ? [] : [pairOf(a, b)]
    }),
  )
}

function named(folder: string, pattern: RegExp): string[] {
  const files = readdirSync(folder).filter((name) => pattern.test(name))
  if (files.length === 0) throw new Error(`There is no file ${String(pattern)} in ${folder}.`)
  return files.map((name) => join(folder, name))
}

function toEntry({ id, text }: Text): Entry {
  const bytes = Buffer.from(text)
  const none = { people: [], places: [], weapons: [], outlet: [], cites: [] }
  return {
    article: {
      ...{ title: id, outlet: '', published: '', url: '', authors: [], text, language: 'en' },
      ...{ dateline: '', dating: undated, datesMentioned: [], facets: none },
    },
    identity: { url: '', given: { source: 'bench', id }, path: '' },
    origin: `bench#${id}`,
    original: {
      bytes,
      mediaType: 'text/plain',
      hash: createHash('sha256').update(bytes).digest('hex'),
    },
    sample: false,
    processing: 'bench',
  }
}
