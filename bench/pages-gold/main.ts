import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { UsageError } from '../../engine/settings.ts'
import { cpuSeconds } from '../child.ts'
import { GoldUnusable, readGoldPages, type GoldPage } from './gold-pages.ts'
import { readGoldPage, scorePage, type PageScore } from './score-page.ts'
import { printDifferences, printFaults, printFigures } from './tables.ts'
import { usage } from './usage.ts'

const usualFolder = fileURLToPath(new URL('../../../shared/data/html', import.meta.url))
const today = new Date().toISOString().slice(0, 10)

try {
  run(process.argv.slice(2))
} catch (error) {
  const isExpected = error instanceof UsageError || error instanceof GoldUnusable
  console.error(isExpected ? error.message : error)
  process.exitCode = isExpected ? 2 : 1
}

function run(args: readonly string[]): void {
  const { values, positionals } = parse(args)
  if (values.help) {
    console.log(usage)
    return
  }
  const [folder = usualFolder] = positionals
  if (!existsSync(folder)) {
    console.log(`Skipped: there is no folder ${folder} with pages to compare.`)
    return
  }
  const worst = readWorst(values.worst)
  const pages = readGoldPages(folder, values.gold ?? join(folder, 'gold.jsonl'))
  const chosen = partOf(pages, values.part)
  const scores = chosen.map((page) => scorePage(page, readGoldPage(page.bytes, today)))
  printFigures(scores, pagesPerSecond(chosen))
  printFaults(scores, worst)
  printDifferences(differing(scores, values.differences))
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        gold: { type: 'string' },
        part: { type: 'string' },
        worst: { type: 'string', default: '10' },
        differences: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    })
  } catch (cause) {
    const problem = cause instanceof Error ? cause.message : String(cause)
    throw new UsageError(`${problem}\nSee --help.`, { cause })
  }
}

function readWorst(value: string): number {
  const count = Number(value)
  if (Number.isInteger(count) && count >= 0) return count
  throw new UsageError(`--worst is a whole number, not ${value}.`)
}

function partOf(pages: readonly GoldPage[], part: string | undefined): readonly GoldPage[] {
  if (part === undefined) return pages
  if (part !== '1' && part !== '2') throw new UsageError(`--part is 1 or 2, not ${part}.`)
  return pages.filter((_, index) => index % 2 === Number(part) - 1)
}

function differing(scores: readonly PageScore[], name: string | undefined): readonly PageScore[] {
  return name === undefined ? [] : scores.filter(({ page }) => page.file.includes(name))
}

/** What one core does a second, now that the code is warm. */
function pagesPerSecond(pages: readonly GoldPage[]): number {
  const started = cpuSeconds()
  for (const { bytes } of pages) readGoldPage(bytes, today)
  return pages.length / (cpuSeconds() - started)
}
