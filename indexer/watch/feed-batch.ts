import type { Archive } from '../../engine/archive/archive.ts'
import { acquireLease, LeaseHeld, type Lease } from '../../engine/archive/lease.ts'
import type { FeedMemory } from '../feeds/feed-memory.ts'
import type { Met } from '../feeds/met.ts'
import type { Reading } from '../read/source-record.ts'
import type { Passes } from './passes.ts'

/** Articles and bytes after which a batch is stored. */
const most = { readings: 50, bytes: 16 * 1024 * 1024 }

/** Gathers what feeds have, so that the lease is taken only when there is something to store, and not for long. */
export class FeedBatch {
  readonly #passes: Passes
  readonly #memories = new Map<string, FeedMemory>()
  #readings: Reading[] = []
  #bytes = 0
  #taken: (() => void)[] = []

  constructor(passes: Passes) {
    this.#passes = passes
  }

  /** What is remembered of a feed, to be written down with its entries. */
  open(address: string, memory: FeedMemory): void {
    this.#memories.set(address, memory)
  }

  /** Takes what was met; stores everything so far when it is enough. */
  async add(met: Met): Promise<void> {
    if (met.kind === 'known' || met.kind === 'failed') return
    this.#taken.push(met.remember)
    if (met.kind === 'end') return
    this.#readings.push(met.reading)
    this.#bytes += met.reading.kind === 'record' ? met.reading.bytes.length : 0
    if (this.#readings.length >= most.readings || this.#bytes >= most.bytes) await this.#store()
  }

  /** Stores the rest. */
  async finish(archive: Archive): Promise<void> {
    if (this.#readings.length > 0) await this.#store()
    else if (this.#taken.length > 0) this.#keepBriefly(archive)
  }

  async #store(): Promise<void> {
    const readings = this.#readings.splice(0)
    this.#bytes = 0
    const stored = (opened: { readonly archive: Archive; readonly lease: Lease }) => {
      this.#keep(opened.archive, opened.lease)
    }
    await this.#passes.store({ named: this.#name(), paths: [], readings, stored })
  }

  #name(): string {
    const count = this.#memories.size
    return count === 1 ? ([...this.#memories.keys()][0] ?? '') : `${count} feeds`
  }

  #keep(archive: Archive, lease: Lease): void {
    for (const remember of this.#taken.splice(0)) remember()
    for (const [address, memory] of this.#memories) memory.keep(archive, lease, address)
  }

  /** Nothing is lost where somebody else is writing: the feed is read once more. */
  #keepBriefly(archive: Archive): void {
    try {
      const lease = acquireLease(archive.dataDir, 'npm run index -- watch')
      try {
        this.#keep(archive, lease)
      } finally {
        lease.release()
      }
    } catch (error) {
      if (!(error instanceof LeaseHeld)) throw error
    }
  }
}
