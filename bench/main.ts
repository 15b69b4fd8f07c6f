import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { build, dataDirOf, reuse } from './build.ts'
import { measureLoad } from './load.ts'
import { percentile, printTable, shown } from './measure.ts'
import { measurePages } from './pages.ts'
import { memoryOf, startSite } from './site.ts'

const usage = `npm run bench -- [--articles 2000] [--rounds N] [--from FILE.jsonl[.gz]] [--keep FOLDER | --reuse FOLDER]`

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '2000' },
    rounds: { type: 'string' },
    from: { type: 'string' },
    keep: { type: 'string' },
    reuse: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
})

if (values.help) console.log(usage)
else if (values.reuse !== undefined) {
  await reuse(values.reuse)
  await measure(values.reuse)
} else if (values.keep !== undefined) {
  mkdirSync(values.keep, { recursive: true })
  await buildAndMeasure(values.keep)
} else {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-bench-'))
  try {
    await buildAndMeasure(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function buildAndMeasure(folder: string): Promise<void> {
  const { articles, from } = values
  console.log(`${articles} articles from ${from ?? 'the sample archive'}`)
  await build({ folder, articles: Number(articles), from })
  await measure(folder)
}

async function measure(folder: string): Promise<void> {
  console.log(`Node ${process.versions.node}, ${new Date().toISOString()}\n`)
  const rounds = Number(values.rounds ?? '3')
  const starts: number[] = []
  for (let i = 0; i < 2; i++) {
    const site = await startSite(dataDirOf(folder))
    starts.push(site.startMs)
    await site.stop()
  }
  const site = await startSite(dataDirOf(folder))
  try {
    starts.push(site.startMs)
    const before = memoryOf(site)
    await measurePages(dataDirOf(folder), site, rounds)
    const after = memoryOf(site)
    await measureLoad(site)
    printTable([
      ['the site', 'resident MB', 'of that anonymous'],
      ['after the start', ...before],
      ['after every query', ...after],
      ['after the load', ...memoryOf(site)],
    ])
    printTable([
      ['from start to healthy, ms', 'median', 'slowest'],
      [`${starts.length} starts`, shown(percentile(starts, 0.5), 0), shown(Math.max(...starts), 0)],
    ])
  } finally {
    await site.stop()
  }
}
