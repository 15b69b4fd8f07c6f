import { Archive } from '../../../engine/archive/archive.ts'
import { acquireLease } from '../../../engine/archive/lease.ts'
import { correctorOf } from '../../../indexer/corrections/corrector.ts'

/* A process of its own that applies the corrections of a data folder, to be killed while it does. */
const [dataDir = ''] = process.argv.slice(2)
const lease = acquireLease(dataDir, 'a test')
const archive = new Archive(dataDir)
await correctorOf(archive, lease).follow({
  begin: () => {
    process.stdout.write('begun\n')
  },
})
archive.close()
lease.release()
