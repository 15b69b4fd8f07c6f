import { EngineUnavailable } from '../../engine/search-engine.ts'
import type { NewRecord } from '../store/query-record.ts'
import type { SavedQuery } from '../store/saved-queries.ts'
import { takeRecord, type EarlierRecord } from './take-record.ts'
import type { RecordParts } from './parts.ts'

/** What is waited for at most until a record is kept, in ms; it is kept all the same. */
const patience = 4_000

/** Takes the records of saved queries, of one query one after the other. */
export class Recording {
  readonly #parts: RecordParts
  readonly #going = new Map<number, Promise<void>>()

  constructor(parts: RecordParts) {
    this.#parts = parts
  }

  /** Whether a record of this query is being taken. */
  isGoingOn(saved: number): boolean {
    return this.#going.has(saved)
  }

  /**
   * Records what a saved query finds up to an article, in the order of indexing. Comes back when the record is kept, or after four
   * seconds while it is still being taken. What stops it is told on the terminal: the query is left as it was, its record can be taken
   * again.
   */
  async take(saved: SavedQuery, reason: NewRecord['reason'], upTo: number): Promise<void> {
    const before = this.#going.get(saved.id) ?? Promise.resolve()
    const taking = before
      .then(() => keepRecord(this.#parts, saved, reason, upTo))
      .catch(tellOnTerminal)
      .finally(() => {
        if (this.#going.get(saved.id) === taking) this.#going.delete(saved.id)
      })
    this.#going.set(saved.id, taking)
    await Promise.race([taking, waited()])
  }
}

async function keepRecord(
  parts: RecordParts,
  { id, search }: SavedQuery,
  reason: NewRecord['reason'],
  upTo: number,
): Promise<void> {
  const before = latestWithEntries(parts, id)
  const record = await takeRecord(parts, { search, reason, upTo, before })
  if (record) parts.store.queryRecords.add(id, record)
}

/** The latest record of a query and what it found; undefined where there is none, or it found too much to keep. */
function latestWithEntries({ store }: RecordParts, saved: number): EarlierRecord | undefined {
  const record = store.queryRecords.latest(saved)
  const entries = record && store.queryRecords.entries(record.id)
  return record && entries && { record, entries }
}

function tellOnTerminal(error: unknown): void {
  const told = error instanceof EngineUnavailable ? error.message : error
  console.error('A record of a saved query could not be taken:', told)
}

function waited(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, patience).unref()
  })
}
