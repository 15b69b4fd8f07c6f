import { Archive } from '../../../engine/archive/archive.ts'
import { acquireLease } from '../../../engine/archive/lease.ts'
import { openEngine } from '../../../engine/open-engine.ts'
import { batches } from './killed-articles.ts'

// Imports the same articles again and again, and builds the index anew after each time, until it is killed: node killed-child.ts DATA_DIR
const [dataDir = ''] = process.argv.slice(2)
const lease = acquireLease(dataDir, 'a child that will be killed')
const archive = new Archive(dataDir)
const engine = await openEngine({ kind: 'embedded' }, archive)
console.log('begun')
for (const batch of batches) {
  archive.commit(lease, batch)
  await engine.sync(lease)
}
for (;;) await engine.rebuild(lease)
