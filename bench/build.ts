import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeOriginals } from './articles.ts'
import { figure, measureInChild } from './child.ts'
import { printTable } from './measure.ts'

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
  const indexing = indexFile(input, join(originals, 'data'))
  const filling = await measureInChild('fill-archive.ts', [
    join(originals, 'data'),
    dataDirOf(folder),
    String(articles),
  ])
  const rows = [
    row('indexer: read, clean, extract, store, index', count, indexing.seconds, indexing.peakMb),
    row(
      'archive.commit: store',
      figure(filling, 'articles'),
      figure(filling, 'seconds'),
      figure(filling, 'peakMb'),
    ),
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

const head = ['writing', 'articles', 'articles/s', 'seconds', 'peak memory MB']

function row(name: string, articles: number, seconds: number, peakMb: number): string[] {
  return [
    name,
    String(articles),
    (articles / seconds).toFixed(0),
    seconds.toFixed(1),
    peakMb.toFixed(0),
  ]
}

async function writeIndex(
  folder: string,
): Promise<{ rows: string[][]; seconds: number | undefined }> {
  const written = await measureInChild('write-index.ts', [dataDirOf(folder)])
  const articles = figure(written, 'articles')
  if (articles === 0) return { rows: [], seconds: undefined }
  const seconds = figure(written, 'seconds')
  const name = 'engine.sync: analyse, index'
  return { rows: [row(name, articles, seconds, figure(written, 'peakMb'))], seconds }
}

function indexFile(input: string, dataDir: string): { seconds: number; peakMb: number } {
  const started = performance.now()
  const indexer = fileURLToPath(new URL('../indexer/start.js', import.meta.url))
  // The child prints its own peak, because nobody else can ask for it portably.
  const peak = `data:text/javascript,process.on('exit', () => console.error('peak ' + process.resourceUsage().maxRSS))`
  const run = spawnSync(process.execPath, ['--import', peak, indexer, input], {
    env: { ...process.env, DATA_DIR: dataDir, MEILI_URL: '' },
    encoding: 'utf8',
  })
  if (run.status !== 0) throw new Error(`Indexing failed:\n${run.stdout}${run.stderr}`)
  const peakMb = Number(/peak (\d+)/.exec(run.stderr)?.[1] ?? 0) / 1024
  return { seconds: (performance.now() - started) / 1000, peakMb }
}
