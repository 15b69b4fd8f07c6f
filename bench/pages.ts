import { figure, measureInChild, series, type Figures } from './child.ts'
import { percentile, printTable, shown } from './measure.ts'
import { benchQueries, kinds, pathOf } from './queries.ts'
import { timePage, type RunningSite } from './site.ts'

/** Measures every query through the engine, in the index and over HTTP, and prints a row for each kind. */
export async function measurePages(
  dataDir: string,
  site: RunningSite,
  rounds: number,
): Promise<void> {
  const args = [dataDir, String(rounds)]
  const engine = await measureInChild('ask-engine.ts', args)
  const index = await measureInChild('ask-index.ts', args)
  const pages = await askSite(site, rounds)
  const articles = figure(engine, 'articles')
  printTable([
    [
      'full page, ms',
      'queries',
      'matches %',
      'engine p50',
      'p95',
      'CPU p50',
      'p95',
      'HTTP p50',
      'p95',
    ],
    ...kinds.map((kind) => {
      const matches = series(engine, `${kind}, matches`)
      return [
        kind,
        String(matches.length),
        shown((percentile(matches, 0.5) / articles) * 100),
        ...middleAndTail(series(engine, `${kind}, ms`)),
        ...middleAndTail(series(engine, `${kind}, CPU ms`)),
        ...middleAndTail(pages.get(kind) ?? []),
      ]
    }),
  ])
  printRatios(index)
}

const middleAndTail = (times: readonly number[]) => [
  shown(percentile(times, 0.5)),
  shown(percentile(times, 0.95)),
]

/** Below this a bare query takes too little time for a ratio to say anything. In ms. */
const shortest = 5

function printRatios(index: Figures): void {
  const engineOf = (kind: string) => series(index, `${kind}, engine`)
  const bareOf = (kind: string) => series(index, `${kind}, bare`)
  const ratios = kinds.map((kind) => ratiosOf(engineOf(kind), bareOf(kind)))
  printTable([
    [
      'ids, counts, ranks, ms',
      'engine p50',
      'p95',
      'bare FTS5 p50',
      'p95',
      `queries over ${shortest} ms`,
      'ratio p50',
      'p95',
      'largest',
    ],
    ...kinds.map((kind, i) => [
      kind,
      ...middleAndTail(engineOf(kind)),
      ...middleAndTail(bareOf(kind)),
      ...ratioCells(ratios[i] ?? []),
    ]),
    [
      'all',
      ...middleAndTail(kinds.flatMap(engineOf)),
      ...middleAndTail(kinds.flatMap(bareOf)),
      ...ratioCells(ratios.flat()),
    ],
  ])
  const share = shown(figure(index, 'share of a core') * 100, 0)
  console.log(`While these ran, their thread had ${share} % of a core for itself.\n`)
}

function ratiosOf(engine: readonly number[], bare: readonly number[]): number[] {
  return engine.flatMap((ms, i) => {
    const bareMs = bare[i] ?? 0
    return bareMs > shortest ? [ms / bareMs] : []
  })
}

function ratioCells(ratios: readonly number[]): string[] {
  if (ratios.length === 0) return ['0', '–', '–', '–']
  return [
    String(ratios.length),
    ...[0.5, 0.95, 1].map((share) => shown(percentile(ratios, share), 2)),
  ]
}

async function askSite(site: RunningSite, rounds: number): Promise<Map<string, number[]>> {
  const times = new Map<string, number[]>(kinds.map((kind) => [kind, []]))
  // The first round warms up.
  for (let round = 0; round <= rounds; round++) {
    for (const query of benchQueries) {
      const ms = await timePage(site.address, pathOf(query))
      if (round > 0) times.get(query.kind)?.push(ms)
    }
  }
  return times
}
