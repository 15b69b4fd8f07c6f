import { Archive } from '../engine/archive/archive.ts'
import { openEngine } from '../engine/open-engine.ts'
import { cpuSeconds, report } from './child.ts'
import { residentMegabytes } from './measure.ts'
import { benchQueries, pathOf } from './queries.ts'
import { requestOf } from './request.ts'

// Asks the engine for the page of every query, as the site does: node ask-engine.ts DATA_DIR ROUNDS
const [dataDir = '', rounds = ''] = process.argv.slice(2)

const archive = new Archive(dataDir)
const engine = await openEngine({ kind: 'embedded' }, archive)
const figures: Record<string, number[]> = {}
const requests = benchQueries.map((query) => ({
  kind: query.kind,
  request: requestOf(archive, pathOf(query)),
  worked: 0,
}))
// The first round warms up, and has the totals.
for (let round = 0; round <= Number(rounds); round++) {
  for (const asked of requests) {
    const worked = cpuSeconds()
    const started = performance.now()
    const { total } = await engine.search(asked.request)
    const ms = performance.now() - started
    if (round === 0) push(`${asked.kind}, matches`, total)
    else {
      push(`${asked.kind}, ms`, ms)
      // All of this process: its main thread and the one that searches.
      asked.worked += cpuSeconds() - worked
    }
  }
}
// Averages, because Linux counts a thread's work in steps of some milliseconds.
for (const { kind, worked } of requests) push(`${kind}, CPU ms`, (worked * 1000) / Number(rounds))
figures['residentMb'] = [residentMegabytes(process.pid) ?? 0]
await engine.close()
figures['articles'] = [archive.count()]
archive.close()
report(figures)

function push(name: string, value: number): void {
  figures[name] = [...(figures[name] ?? []), value]
}
