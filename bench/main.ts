import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { build, dataDirOf, reuse } from './build.ts'
import { compare } from './compare.ts'
import { measureFacets } from './facets.ts'
import { measureFamilies } from './families.ts'
import { measureLoad } from './load.ts'
import { percentile, printTable, shown } from './measure.ts'
import { measurePages } from './pages.ts'
import { measureReaders } from './readers.ts'
import { measureRun } from './run.ts'
import { memoryOf, startSite, type RunningSite } from './site.ts'
import { usage } from './usage.ts'

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    articles: { type: 'string' },
    rounds: { type: 'string', default: '3' },
    from: { type: 'string' },
    repeat: { type: 'string', default: '1' },
    keep: { type: 'string' },
    reuse: { type: 'string' },
    minutes: { type: 'string', default: '10' },
    distinct: { type: 'boolean', default: false },
    compare: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})

const [what, folderNamed] = positionals
if (options.help) console.log(usage)
else if (what === 'facets') await measureFacets(countOf(1_500), options.from)
else if (what === 'run')
  await measureRun({
    articles: countOf(6_000),
    from: options.from,
    repeat: wholeNumber('repeat', options.repeat),
  })
else if (what === 'families') measureFamilies(folderNamed ?? missingFolder())
else if (what === 'readers') await inFolder(100_000, measureCrowd)
else if (what === undefined) await inFolder(options.compare ? 20_000 : 2_000, measureAll)
else throw new Error(`There is no benchmark ${what}. See --help.`)

function missingFolder(): never {
  throw new Error('Name the folder of the texts: npm run bench -- families FOLDER')
}

/** Measures an archive that is made for it, kept before, or left where --keep says. */
async function inFolder(
  articles: number,
  measureIt: (dataDir: string, indexing: number | undefined) => Promise<void>,
): Promise<void> {
  const folder = options.reuse ?? options.keep ?? mkdtempSync(join(tmpdir(), 'dateline-bench-'))
  try {
    const indexing =
      options.reuse === undefined ? await buildIn(folder, articles) : await reuse(folder)
    await measureIt(dataDirOf(folder), indexing)
  } finally {
    const isOurs = options.reuse === undefined && options.keep === undefined
    if (isOurs) rmSync(folder, { recursive: true, force: true })
  }
}

async function measureAll(dataDir: string, indexing: number | undefined): Promise<void> {
  await measure(dataDir, Number(options.rounds))
  if (options.compare) await compare(dataDir, Number(options.rounds), indexing)
}

function measureCrowd(dataDir: string): Promise<void> {
  const minutes = Number(options.minutes)
  if (!(minutes > 0)) throw new Error(`--minutes wants a number above 0, not ${options.minutes}.`)
  return measureReaders(dataDir, minutes, options.distinct ? 'distinct' : 'repeated')
}

async function buildIn(folder: string, byDefault: number): Promise<number | undefined> {
  const articles = countOf(byDefault)
  mkdirSync(folder, { recursive: true })
  console.log(
    `${articles} articles from ${options.from ?? 'the sample archive'}, Node ${process.versions.node}\n`,
  )
  return build({ folder, articles, from: options.from })
}

function countOf(byDefault: number): number {
  return wholeNumber('articles', options.articles ?? String(byDefault))
}

function wholeNumber(option: string, given: string): number {
  const number = Number(given)
  if (!Number.isInteger(number) || number < 1)
    throw new Error(`--${option} wants a whole number, not ${given}.`)
  return number
}

async function measure(dataDir: string, rounds: number): Promise<void> {
  const starts = [await timeStart(dataDir), await timeStart(dataDir)]
  const site = await startSite(dataDir)
  try {
    await measureSite(site, dataDir, rounds)
    starts.push(site.startMs)
    printTable([
      ['from start to healthy, ms', 'median', 'slowest'],
      [`${starts.length} starts`, shown(percentile(starts, 0.5), 0), shown(Math.max(...starts), 0)],
    ])
  } finally {
    await site.stop()
  }
}

async function timeStart(dataDir: string): Promise<number> {
  const site = await startSite(dataDir)
  await site.stop()
  return site.startMs
}

async function measureSite(site: RunningSite, dataDir: string, rounds: number): Promise<void> {
  const rows = [
    ['the site', 'resident MB', 'of that anonymous'],
    ['after the start', ...memoryOf(site)],
  ]
  await measurePages(dataDir, site, rounds)
  rows.push(['after every query', ...memoryOf(site)])
  await measureLoad(site)
  rows.push(['after the load', ...memoryOf(site)])
  printTable(rows)
}
