import { Archive } from '../engine/archive/archive.ts'
import { acquireLease } from '../engine/archive/lease.ts'
import { emptyIndex } from '../engine/embedded/index-file.ts'
import { preparedChanges } from '../engine/embedded/prepare-change.ts'
import { applyBatches } from '../engine/embedded/write-index.ts'
import { openEngine } from '../engine/open-engine.ts'
import type { SearchEngine } from '../engine/search-engine.ts'
import { indexPaths, loadLists, silentProgress } from '../indexer/pipeline.ts'
import { cpuSeconds, report } from './child.ts'
import { profileSteps } from './profile-steps.ts'

// Indexes a file in one thread and tells what each step cost: node step-costs.ts FILE DATA_DIR
const [file = '', dataDir = ''] = process.argv.slice(2)

const archive = new Archive(dataDir)
const lease = acquireLease(dataDir, 'npm run bench')
const embedded = await openEngine({ kind: 'embedded' }, archive)
/** Its index is written here instead, where it is seen what that costs. */
const engine = new Proxy<SearchEngine>(embedded, {
  get: (target, name): unknown =>
    name === 'sync' ? () => Promise.resolve() : Reflect.get(target, name),
})
const lists = loadLists()
const index = emptyIndex()
const began = cpuSeconds()
const shares = await profileSteps(async () => {
  await indexPaths({
    ...{ paths: [file], archive, engine, lease, lists, sample: false },
    ...{ progress: silentProgress, fewest: Infinity },
  })
  await applyBatches(index, preparedChanges(archive, 0), () => undefined)
})
const worked = cpuSeconds() - began
const articles = archive.count()
index.close()
await embedded.close()
lease.release()
archive.close()
const costs = [...shares].map(
  ([step, share]) => [step, [(share * worked * 1e6) / articles]] as const,
)
report({ articles: [articles], ...Object.fromEntries(costs) })
