import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { writeArticles } from './articles.ts'
import { percentile, printTable, residentMegabytes } from './measure.ts'
import { filtered, queryKinds } from './queries.ts'
import { startSite } from './site.ts'

const usage = `npm run bench -- [--articles 2000] [--rounds 10] [--from FILE.jsonl[.gz]]
Indexes articles into a folder of its own, starts the site over it and asks for pages. Without --from the sample archive is multiplied.`

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '2000' },
    rounds: { type: 'string', default: '10' },
    from: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
})

if (values.help) console.log(usage)
else await bench(Number(values.articles), Number(values.rounds), values.from)

async function bench(articles: number, rounds: number, from: string | undefined): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-bench-'))
  try {
    const input = join(folder, 'articles.jsonl')
    await writeArticles(input, articles, from, join(folder, 'sample'))
    const dataDir = join(folder, 'data')
    console.log(
      `${articles} articles from ${from ?? 'the sample archive'}, Node ${process.versions.node}\n`,
    )
    measureIndexing(input, dataDir, articles)
    await measurePages(dataDir, rounds)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function measureIndexing(input: string, dataDir: string, articles: number): void {
  const started = performance.now()
  const indexer = fileURLToPath(new URL('../indexer/start.js', import.meta.url))
  // The child prints its own peak, because nobody else can ask for it portably.
  const peak = `data:text/javascript,process.on('exit', () => console.error('peak ' + process.resourceUsage().maxRSS))`
  const run = spawnSync(process.execPath, ['--import', peak, indexer, input], {
    env: { ...process.env, DATA_DIR: dataDir, MEILI_URL: '' },
    encoding: 'utf8',
  })
  if (run.status !== 0) throw new Error(`Indexing failed:\n${run.stdout}${run.stderr}`)
  const seconds = (performance.now() - started) / 1000
  const peakMb = Math.round(Number(/peak (\d+)/.exec(run.stderr)?.[1] ?? 0) / 1024)
  printTable([
    ['indexing', 'articles/s', 'seconds', 'peak memory MB'],
    [
      'read, clean, extract, store, index',
      (articles / seconds).toFixed(0),
      seconds.toFixed(1),
      String(peakMb),
    ],
  ])
}

async function measurePages(dataDir: string, rounds: number): Promise<void> {
  const site = await startSite(dataDir)
  try {
    const before = residentMegabytes(site.pid)
    const rows = [['page, ms', 'p50', 'p95', 'matches (median)']]
    for (const { name, queries } of queryKinds) {
      rows.push(await measureRow(name, site.address, queries, '', rounds))
    }
    const [twoWords] = queryKinds
    if (twoWords)
      rows.push(
        await measureRow('two words, filtered', site.address, twoWords.queries, filtered, rounds),
      )
    printTable(rows)
    const after = residentMegabytes(site.pid)
    printTable([
      ['site', ''],
      ['from start to healthy, ms', site.startMs.toFixed(0)],
      ['memory at start, MB', String(before ?? '–')],
      ['memory after the queries, MB', String(after ?? '–')],
    ])
  } finally {
    await site.stop()
  }
}

async function measureRow(
  name: string,
  address: string,
  queries: readonly string[],
  filters: string,
  rounds: number,
): Promise<string[]> {
  const times: number[] = []
  const totals: number[] = []
  for (let round = -1; round < rounds; round++) {
    for (const query of queries) {
      const url = `/search?q=${encodeURIComponent(query)}${filters}`
      const started = performance.now()
      const page = await fetch(address + url)
      await page.text()
      if (!page.ok) throw new Error(`${url} answered ${page.status}`)
      // The first round only warms up.
      if (round >= 0) times.push(performance.now() - started)
      else totals.push(await totalOf(address + url.replace('/search?', '/search.json?')))
    }
  }
  return [
    name,
    percentile(times, 0.5).toFixed(1),
    percentile(times, 0.95).toFixed(1),
    String(percentile(totals, 0.5)),
  ]
}

async function totalOf(url: string): Promise<number> {
  const answer: unknown = await (await fetch(url)).json()
  return typeof answer === 'object' && answer !== null && 'total' in answer
    ? Number(answer.total)
    : 0
}
