import { Archive } from '../engine/archive/archive.ts'
import { acquireLease } from '../engine/archive/lease.ts'
import { openEngine } from '../engine/open-engine.ts'
import { report } from './child.ts'

// Brings the index of an archive up to date: node write-index.ts DATA_DIR
const [dataDir = ''] = process.argv.slice(2)

const archive = new Archive(dataDir)
const engine = await openEngine({ kind: 'embedded' }, archive)
const lease = acquireLease(dataDir, 'npm run bench')
let written = 0
const started = performance.now()
await engine.sync(lease, (_, of) => {
  written = of
})
const seconds = (performance.now() - started) / 1000
await engine.close()
lease.release()
archive.close()
report({ articles: [written], seconds: [seconds] })
