import { openEmbeddedEngine } from '../../engine/embedded/embedded-engine.ts'
import { describeEngine } from './contract.ts'

describeEngine('the embedded engine', {
  open: async (archive) => openEmbeddedEngine(archive),
  discard: async () => undefined,
})
