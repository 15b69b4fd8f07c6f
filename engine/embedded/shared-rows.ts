import { BroadcastChannel, threadId } from 'node:worker_threads'

/** All rows of the facet blocks of a generation, up to one of them. Never written again, so that all threads may read them. */
export interface Rows {
  readonly generation: number
  readonly lastBlock: number
  readonly cells: Int32Array
  /** The thread that read them: where several have read the same, all take those of the first. */
  readonly reader: number
}

/**
 * Lets the threads that search one data folder share the rows that they count: a million articles take some 120 MB, which four threads
 * would otherwise hold four times. Who reads rows offers them; who comes later asks for them, and until somebody answers reads its own.
 */
export class SharedRows {
  readonly #channel: BroadcastChannel
  #latest: Rows | undefined

  constructor(dataDir: string) {
    this.#channel = new BroadcastChannel(`rows of ${dataDir}`)
    this.#channel.unref()
    this.#channel.onmessage = (event: unknown) => {
      this.#receive(event)
    }
    this.#channel.postMessage('which are there?')
  }

  /** The latest that anybody has read of a generation. */
  latest(generation: number): Rows | undefined {
    return this.#latest?.generation === generation ? this.#latest : undefined
  }

  /** Says to the other threads what this one has read. */
  offer(rows: Omit<Rows, 'reader'>): void {
    this.#latest = { ...rows, reader: threadId }
    this.#channel.postMessage(this.#latest)
  }

  close(): void {
    this.#channel.close()
  }

  #receive(event: unknown): void {
    const message = typeof event === 'object' && event && 'data' in event ? event.data : undefined
    if (isRows(message)) {
      if (!this.#latest || isNewer(message, this.#latest)) this.#latest = message
    } else if (this.#latest) this.#channel.postMessage(this.#latest)
  }
}

function isNewer(a: Rows, b: Rows): boolean {
  if (a.generation !== b.generation) return a.generation > b.generation
  return a.lastBlock === b.lastBlock ? a.reader < b.reader : a.lastBlock > b.lastBlock
}

function isRows(message: unknown): message is Rows {
  return typeof message === 'object' && message !== null && 'lastBlock' in message
}
