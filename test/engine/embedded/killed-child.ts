import { Archive } from '../../../engine/archive/archive.ts'
import { acquireLease } from '../../../engine/archive/lease.ts'
import { openEngine } from '../../../engine/open-engine.ts'
import { batches } from './killed-articles.ts'

// Imports the same articles, builds the index anew again and again, and says each step, until it is killed: node killed-child.ts DATA_DIR
const [dataDir = ''] = process.argv.slice(2)
const lease = acquireLease(dataDir, 'a child that will be killed')
const archive = new Archive(dataDir)
const engine = await openEngine({ kind: 'embedded' }, archive)
const say = () => {
  console.log('step')
}
for (const batch of batches) {
  archive.commit(lease, batch)
  say()
  await engine.sync(lease)
}
for (;;) {
  say()
  await engine.rebuild(lease, say)
}
