import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeOriginals } from './articles.ts'
import { figure, measureInChild, type Figures } from './child.ts'
import { printTable, shown } from './measure.ts'
import { runMeasured, type Cost } from './run-measured.ts'

/** Rates are told for articles of this many characters, whatever the length of those at hand: the work grows with it. */
const usualLength = 5_600
/** How long an extractor is watched in one thread. compromise needs it for some hundred articles. */
const seconds = '8'

/** Prints how fast facets are extracted, in one thread beside compromise and by the command on all cores. */
export async function measureFacets(articles: number, from: string | undefined): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-bench-'))
  try {
    const file = join(folder, 'articles.jsonl')
    const count = await writeOriginals(file, articles, from, join(folder, 'sample'))
    console.log(
      `${count} articles from ${from ?? 'the sample archive'}, Node ${process.versions.node}\n`,
    )
    const characters = await measureAlone(file)
    measureCommand(file, characters, folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Returns how many characters the articles have. */
async function measureAlone(file: string): Promise<number> {
  const own = await measureInChild('extract-alone.ts', ['Dateline', file, seconds])
  const rival = await measureInChild('extract-alone.ts', ['compromise', file, seconds])
  const row = (name: string, figures: Figures) => [
    name,
    shown(rateOf(figures) / usualLength, 0),
    shown(rateOf(figures) / 1000, 0),
    shown(rateOf(figures) / rateOf(rival)),
    shown(figure(figures, 'loadMs'), 0),
    shown(figure(figures, 'peakMb'), 0),
  ]
  printTable([
    ['one thread', 'articles of 5.6 KB/s', 'KB/s', 'ratio', 'load ms', 'peak memory MB'],
    row('Dateline: people, places, weapons, cites', own),
    row('compromise: people, places', rival),
  ])
  return figure(own, 'given')
}

/** Characters a second, by what the processor worked. */
function rateOf(figures: Figures): number {
  return figure(figures, 'characters') / figure(figures, 'cpuSeconds')
}

function measureCommand(file: string, characters: number, folder: string): void {
  const single = join(folder, 'single.jsonl')
  writeFileSync(single, '{"text":"They met."}\n')
  const cores = availableParallelism()
  const start = run(single, 1)
  const one = run(file, 1)
  const row = (name: string, cost: Cost) => [
    name,
    shown(characters / usualLength / cost.seconds, 0),
    shown(one.seconds / cost.seconds, 2),
    shown(cost.seconds),
    shown(cost.cpuSeconds),
    shown(cost.peakMb, 0),
  ]
  const all = cores > 1 ? [row(`${cores} threads`, run(file, cores))] : []
  printTable([
    [
      'npm run facets',
      'articles of 5.6 KB/s',
      'times as fast',
      'seconds',
      'CPU seconds',
      'peak memory MB',
    ],
    [
      'a single line',
      '–',
      '–',
      shown(start.seconds),
      shown(start.cpuSeconds),
      shown(start.peakMb, 0),
    ],
    row('1 thread', one),
    ...all,
  ])
}

function run(input: string, threads: number): Cost {
  return runMeasured('../indexer/facets/start.js', { args: ['--threads', String(threads)], input })
}
