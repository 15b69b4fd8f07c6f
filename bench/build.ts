import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { writeOriginals } from './articles.ts'
import { figure, measureInChild, type Figures } from './child.ts'
import { printTable, shown } from './measure.ts'
import { runMeasured, type Cost } from './run-measured.ts'

/** Facets are extracted of so many articles at most; the rest are copies with changes, to which the facets are carried over. */
const mostOriginals = 6_000

/** What to build. */
export interface BuildOptions {
  /** Where to: `data` inside it is the data folder of a site. */
  readonly folder: string
  readonly articles: number
  /** A file of JSON lines; the sample archive when undefined. */
  readonly from: string | undefined
}

/** The data folder inside the folder of a benchmark. */
export const dataDirOf = (folder: string) => join(folder, 'data')

/**
 * Builds an archive and its index, and prints how fast each step was. What an earlier run left in the folder is gone.
 * Returns how long writing the index took, in seconds.
 */
export async function build({ folder, articles, from }: BuildOptions): Promise<number | undefined> {
  const originals = join(folder, 'originals')
  for (const former of [originals, dataDirOf(folder)])
    rmSync(former, { recursive: true, force: true })
  mkdirSync(originals, { recursive: true })
  const input = join(originals, 'articles.jsonl')
  const count = await writeOriginals(
    input,
    Math.min(articles, mostOriginals),
    from,
    join(originals, 'sample'),
  )
  const indexing = runMeasured('../indexer/start.js', {
    args: [input],
    env: { DATA_DIR: join(originals, 'data'), MEILI_URL: '' },
  })
  const filling = await measureInChild('fill-archive.ts', [
    join(originals, 'data'),
    dataDirOf(folder),
    String(articles),
  ])
  const rows = [
    row('indexer: read, clean, extract, store, index', count, indexing),
    row('archive.commit: store', figure(filling, 'articles'), costOf(filling)),
  ]
  const writing = await writeIndex(folder)
  printTable([head, ...rows, ...writing.rows])
  rmSync(originals, { recursive: true, force: true })
  return writing.seconds
}

/** Brings the index of an earlier build up to date. Prints how fast, and returns the seconds, where there was something to do. */
export async function reuse(folder: string): Promise<number | undefined> {
  if (!existsSync(join(dataDirOf(folder), 'archive.sqlite')))
    throw new Error(`There is no archive in ${dataDirOf(folder)}. Build one with --keep ${folder}.`)
  const { rows, seconds } = await writeIndex(folder)
  if (rows.length > 0) printTable([head, ...rows])
  return seconds
}

const head = ['writing', 'articles', 'articles/s', 'seconds', 'CPU seconds', 'peak memory MB']

function costOf(figures: Figures): Cost {
  return {
    seconds: figure(figures, 'seconds'),
    cpuSeconds: figure(figures, 'cpuSeconds'),
    peakMb: figure(figures, 'peakMb'),
  }
}

function row(name: string, articles: number, { seconds, cpuSeconds, peakMb }: Cost): string[] {
  return [
    name,
    String(articles),
    shown(articles / seconds, 0),
    shown(seconds),
    shown(cpuSeconds),
    shown(peakMb, 0),
  ]
}

async function writeIndex(
  folder: string,
): Promise<{ rows: string[][]; seconds: number | undefined }> {
  const written = await measureInChild('write-index.ts', [dataDirOf(folder)])
  const articles = figure(written, 'articles')
  if (articles === 0) return { rows: [], seconds: undefined }
  const cost = costOf(written)
  return { rows: [row('engine.sync: analyse, index', articles, cost)], seconds: cost.seconds }
}
