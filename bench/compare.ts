import { figure, measureInChild, series, type Figures } from './child.ts'
import { percentile, printTable, shown } from './measure.ts'
import { kinds } from './queries.ts'

/**
 * Prints what a page takes with MiniSearch and with Orama over the same articles, beside the embedded engine. `indexing` is how
 * long that took for its index, in seconds; undefined where it had one.
 */
export async function compare(
  dataDir: string,
  rounds: number,
  indexing: number | undefined,
): Promise<void> {
  const asked = await measureInChild('ask-engine.ts', [dataDir, String(rounds)])
  const articles = figure(asked, 'articles')
  const index = await measureInChild('ask-index.ts', [dataDir, String(rounds)])
  const dateline = { ...asked, seconds: indexing === undefined ? [] : [indexing] }
  const miniSearch = await askRival('MiniSearch', dataDir, rounds)
  const orama = await askRival('Orama', dataDir, rounds)
  const all = [dateline, miniSearch, orama]
  printTable([
    [
      'page, ms',
      'Dateline p50',
      'p95',
      'no passages p50',
      'p95',
      'MiniSearch p50',
      'p95',
      'Orama p50',
      'p95',
    ],
    ...kinds.map((kind) => [
      kind,
      ...middleAndTail(series(asked, `${kind}, ms`)),
      ...middleAndTail(series(index, `${kind}, engine`)),
      ...middleAndTail(series(miniSearch, `${kind}, ms`)),
      ...middleAndTail(series(orama, `${kind}, ms`)),
    ]),
  ])
  printTable([
    ['index', 'Dateline', 'MiniSearch', 'Orama'],
    ['articles', ...all.map(() => String(articles))],
    ['articles/s', ...all.map((figures) => rateOf(figures, articles))],
    ['memory after the queries, MB', ...all.map((figures) => numberOf(figures, 'residentMb'))],
  ])
}

function askRival(name: string, dataDir: string, rounds: number): Promise<Figures> {
  // More than Node allows itself by default; and memory is compared after a collection of garbage.
  return measureInChild(
    'ask-rival.ts',
    [name, dataDir, String(rounds)],
    ['--max-old-space-size=8192', '--expose-gc'],
  )
}

function middleAndTail(times: readonly number[]): string[] {
  return times.length === 0
    ? ['–', '–']
    : [shown(percentile(times, 0.5)), shown(percentile(times, 0.95))]
}

function rateOf(figures: Figures, articles: number): string {
  const [seconds] = series(figures, 'seconds')
  return shown(seconds === undefined ? undefined : articles / seconds, 0)
}

const numberOf = (figures: Figures, name: string) => shown(series(figures, name)[0], 0)
