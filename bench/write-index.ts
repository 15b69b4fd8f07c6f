import { Archive } from '../engine/archive/archive.ts'
import { acquireLease } from '../engine/archive/lease.ts'
import { openEngine } from '../engine/open-engine.ts'
import { cpuSeconds, report } from './child.ts'

// Brings the index of an archive up to date: node write-index.ts DATA_DIR
const [dataDir = ''] = process.argv.slice(2)

const archive = new Archive(dataDir)
const engine = await openEngine({ kind: 'embedded' }, archive)
const lease = acquireLease(dataDir, 'npm run bench')
let written = 0
const started = performance.now()
const worked = cpuSeconds()
await engine.sync(lease, (_, of) => {
  written = of
})
const figures = {
  articles: [written],
  seconds: [(performance.now() - started) / 1000],
  cpuSeconds: [cpuSeconds() - worked],
}
await engine.close()
lease.release()
archive.close()
report(figures)
