import { measureInChild, series, figure } from './child.ts'
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
      'HTTP p50',
      'p95',
      'no passages p50',
      'p95',
      'bare FTS5 p50',
      'p95',
    ],
    ...kinds.map((kind) => [
      kind,
      String(series(engine, `${kind}, matches`).length),
      ((percentile(series(engine, `${kind}, matches`), 0.5) / articles) * 100).toFixed(1),
      ...middleAndTail(series(engine, `${kind}, ms`)),
      ...middleAndTail(pages.get(kind) ?? []),
      ...middleAndTail(series(index, `${kind}, engine`)),
      ...middleAndTail(series(index, `${kind}, bare`)),
    ]),
  ])
  printRatios(
    kinds.map((kind) => [
      kind,
      ratiosOf(series(index, `${kind}, engine`), series(index, `${kind}, bare`)),
    ]),
  )
  const share = shown(figure(index, 'share of a core') * 100, 0)
  console.log(`Of the time of the ratios one thread had ${share} % of a core for itself.\n`)
}

const middleAndTail = (times: readonly number[]) => [
  shown(percentile(times, 0.5)),
  shown(percentile(times, 0.95)),
]

/** Below this a bare query takes too little time for a ratio to say anything. In ms. */
const shortest = 5

function ratiosOf(engine: readonly number[], bare: readonly number[]): number[] {
  return engine.flatMap((ms, i) => {
    const bareMs = bare[i] ?? 0
    return bareMs > shortest ? [ms / bareMs] : []
  })
}

function printRatios(
  ratios: readonly (readonly [kind: string, ratios: readonly number[]])[],
): void {
  const all = ratios.flatMap(([, list]) => list)
  printTable([
    [
      `ids, counts and ranks : bare FTS5 (over ${shortest} ms)`,
      'queries',
      'median',
      'p95',
      'largest',
    ],
    ...[...ratios, ['all', all] as const]
      .filter(([, list]) => list.length > 0)
      .map(([kind, list]) => [
        kind,
        String(list.length),
        shown(percentile(list, 0.5), 2),
        shown(percentile(list, 0.95), 2),
        shown(percentile(list, 1), 2),
      ]),
  ])
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
