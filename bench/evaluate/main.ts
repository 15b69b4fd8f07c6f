import { parseArgs } from 'node:util'
import { UsageError } from '../../engine/settings.ts'
import { loadLists } from '../../indexer/pipeline.ts'
import { compromise } from './compromise.ts'
import { evaluate } from './evaluate.ts'
import { dateline } from './extractors.ts'
import { goldPairs, readPairs } from './gold-files.ts'
import { GoldUnusable, labelledFacets, type LabelledFacet } from './gold.ts'
import { printFaults, printFigures, printFolds, printRates } from './tables.ts'
import { usage } from './usage.ts'

const exitCodes = { failed: 1, usage: 2 } as const

/** More faults than any file of labels has. */
const mostCounted = 1_000_000

try {
  run(process.argv.slice(2))
} catch (error) {
  const isExpected = error instanceof UsageError || error instanceof GoldUnusable
  console.error(isExpected ? error.message : error)
  process.exitCode = isExpected ? exitCodes.usage : exitCodes.failed
}

function run(args: readonly string[]): void {
  const options = parse(args)
  if (options.help) {
    console.log(usage)
    return
  }
  const facets = readFacets(options.facets)
  const errors = readCount('--errors', options.errors)
  const folds = readCount('--folds', options.folds)
  const pairs = goldPairs(options.gold, options.articles)
  const gold = readPairs(pairs)
  console.log(`${gold.length} articles of ${pairs.map(({ labels }) => labels).join(', ')}\n`)
  const extractors = [dateline(loadLists()), ...(options.alone ? [] : [compromise])]
  const evaluations = extractors.map((extractor) => evaluate(extractor, gold, facets))
  for (const evaluation of evaluations) printFigures(evaluation)
  const [own] = evaluations
  if (own && folds > 0) printFolds(own, folds)
  printRates(evaluations)
  if (own) printFaults(own, errors)
}

function parse(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        gold: { type: 'string', multiple: true, default: [] },
        articles: { type: 'string', multiple: true, default: [] },
        facets: { type: 'string', default: labelledFacets.join(',') },
        errors: { type: 'string', default: '0' },
        folds: { type: 'string', default: '0' },
        alone: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    })
    return values
  } catch (cause) {
    const problem = cause instanceof Error ? cause.message : String(cause)
    throw new UsageError(`${problem}\nSee --help.`, { cause })
  }
}

function readFacets(list: string): LabelledFacet[] {
  return list.split(',').map((name) => {
    const facet = labelledFacets.find((known) => known === name.trim())
    if (facet) return facet
    throw new UsageError(`--facets knows ${labelledFacets.join(', ')}, not ${name.trim()}.`)
  })
}

function readCount(option: string, value: string): number {
  const count = Number(value)
  if (Number.isInteger(count) && count >= 0 && count <= mostCounted) return count
  throw new UsageError(`${option} is a whole number up to ${mostCounted}, not ${value}.`)
}
