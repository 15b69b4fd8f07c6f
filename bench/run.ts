import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeOriginals } from './articles.ts'
import { figure, measureInChild } from './child.ts'
import { printTable, shown } from './measure.ts'
import { stepNames } from './profile-steps.ts'
import { repeatArticles } from './repeat-articles.ts'
import { watchRun, type Moment } from './watch-run.ts'

/** What to run over. */
export interface RunOptions {
  readonly articles: number
  /** A file of JSON lines; the sample archive when undefined. */
  readonly from: string | undefined
  /** How many times the articles come, each time with other words. */
  readonly repeat: number
}

/** Steps are measured over so many articles at most. */
const mostForSteps = 2_000

/** Prints how fast the indexer is from end to end, how much memory it holds meanwhile, and where the time goes. */
export async function measureRun({ articles, from, repeat }: RunOptions): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-bench-'))
  try {
    const originals = join(folder, 'originals.jsonl')
    await writeOriginals(originals, articles, from, join(folder, 'sample'))
    const file = join(folder, 'articles.jsonl')
    const count = await repeatArticles(originals, file, repeat)
    console.log(
      `${count} articles from ${from ?? 'the sample archive'}, Node ${process.versions.node}\n`,
    )
    await printRun(file, join(folder, 'data'), count)
    await printSteps(originals, folder, Math.min(articles, mostForSteps))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function printRun(file: string, dataDir: string, count: number): Promise<void> {
  const { seconds, moments, report } = await watchRun(file, dataDir)
  console.log(`${report}\n`)
  printTable([
    ['npm run index', 'articles/s', 'seconds', 'peak MB, indexer', 'peak MB, its processes'],
    ['from start to end', shown(count / seconds, 0), shown(seconds), ...peakOf(moments)],
  ])
  printTable([
    ['memory', 'indexer MB', 'its processes MB'],
    ...tenths(moments).map(({ seconds: at, mainMb, othersMb }) => [
      `after ${at.toFixed(0)} s`,
      String(mainMb),
      String(othersMb),
    ]),
  ])
}

function peakOf(moments: readonly Moment[]): string[] {
  const most = (of: (moment: Moment) => number) => String(Math.max(0, ...moments.map(of)))
  return [most(({ mainMb }) => mainMb), most(({ othersMb }) => othersMb)]
}

function tenths(moments: readonly Moment[]): Moment[] {
  return Array.from(
    { length: 10 },
    (_, nth) => moments[Math.floor(((nth + 1) / 10) * (moments.length - 1))],
  ).filter((moment) => moment !== undefined)
}

async function printSteps(originals: string, folder: string, articles: number): Promise<void> {
  const sample = join(folder, 'steps.jsonl')
  await writeOriginals(sample, articles, originals, folder)
  const figures = await measureInChild('step-costs.ts', [sample, join(folder, 'steps')])
  const costs = stepNames.map((step) => [step, figures[step]?.[0] ?? 0] as const)
  const all = costs.reduce((sum, [, cost]) => sum + cost, 0)
  printTable([
    [`one thread, ${figure(figures, 'articles')} articles`, 'CPU µs an article', 'share %'],
    ...costs.map(([step, cost]) => [step, shown(cost, 0), shown((100 * cost) / all, 0)]),
    ['all', shown(all, 0), '100'],
  ])
}
