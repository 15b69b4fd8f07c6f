import type { Archive } from '../../engine/archive/archive.ts'
import { acquireLease, LeaseHeld } from '../../engine/archive/lease.ts'
import { EngineUnavailable, type SearchEngine } from '../../engine/search-engine.ts'
import {
  appendCorrections,
  correctionLine,
  correctionsStamp,
  correctorOf,
  isCorrected,
  readCorrections,
  type Correction,
  type CorrectionsRead,
} from '../../indexer/pipeline.ts'
import { counted } from '../view-models/counting.ts'

/** How far the corrections of the file have got. */
export type Progress =
  | { readonly kind: 'done'; readonly articles: number }
  | { readonly kind: 'running'; readonly articles: number }
  | { readonly kind: 'waiting'; readonly why: string }

/** A reader waits for a correction that concerns no more articles; others are applied behind their back. */
const waitedFor = 200

const secondsUntilRetry = { lease: 2, fault: 30 } as const

/**
 * Keeps the archive as the corrections file says while the site runs: what is added is on disk first, then applied, and tried again
 * until it is. One writes at a time.
 */
export class Correcting {
  readonly #archive: Archive
  readonly #engine: SearchEngine
  readonly #stop = new AbortController()
  #last: Promise<Progress> = Promise.resolve({ kind: 'done', articles: 0 })
  #progress: Progress = { kind: 'done', articles: 0 }
  #indexIsBehind = false
  /** The file as it was when it was last looked at. */
  #followed = ''
  readonly #changed = new Map<string, number>()
  #retry: NodeJS.Timeout | undefined
  #read: { readonly stamp: string; readonly content: CorrectionsRead } | undefined

  constructor(archive: Archive, engine: SearchEngine) {
    this.#archive = archive
    this.#engine = engine
  }

  /** What the file says now. */
  read(): CorrectionsRead {
    const stamp = correctionsStamp(this.#archive.dataDir)
    if (this.#read?.stamp !== stamp)
      this.#read = { stamp, content: readCorrections(this.#archive.dataDir) }
    return this.#read.content
  }

  /** Adds lines to the file and applies them; returns as soon as they are applied, or it is clear that this will take a while. */
  async add(lines: readonly string[]): Promise<Progress> {
    appendCorrections(this.#archive.dataDir, lines)
    return this.follow()
  }

  /** Adds what was asked for at once; `changedBy` then tells what it changed. */
  async correct(...corrections: readonly Correction[]): Promise<void> {
    const progress = await this.add(corrections.map(correctionLine))
    if (progress.kind !== 'done') return
    for (const { id } of corrections) this.#changed.set(id, progress.articles)
  }

  /** How many articles a correction changed that was made since the site started, where its reader waited for it. */
  changedBy(id: string): number | undefined {
    return this.#changed.get(id)
  }

  /** Applies what the file says and the archive does not have yet, such as lines that were added by hand. */
  follow(): Promise<Progress> {
    const early = Promise.withResolvers<Progress>()
    if (isLong(this.#progress)) early.resolve(this.#progress)
    this.#last = this.#last.then(() => this.#applyAll(early.resolve))
    return Promise.race([this.#last, early.promise])
  }

  /** The same behind the back of whoever asks, where the file was written to since it was last looked at. */
  followFile(): void {
    const stamp = correctionsStamp(this.#archive.dataDir)
    if (stamp === this.#followed || this.#stop.signal.aborted) return
    this.#followed = stamp
    void this.follow()
  }

  /** What readers should know while something has yet to be applied; '' otherwise. */
  notice(): string {
    if (this.#progress.kind === 'waiting') return this.#progress.why
    if (!isLong(this.#progress)) return ''
    return `A correction is being applied to ${counted(this.#progress.articles, 'article')}. Pages show it more and more.`
  }

  /** Ends the work after the batch at hand; the next start goes on. Close the engine before waiting for `ended`. */
  stop(): void {
    this.#stop.abort()
    clearTimeout(this.#retry)
  }

  async ended(): Promise<void> {
    await this.#last
  }

  async #applyAll(tell: (progress: Progress) => void): Promise<Progress> {
    clearTimeout(this.#retry)
    try {
      this.#progress = await this.#applyOnce((articles) => {
        this.#progress = { kind: 'running', articles }
        if (isLong(this.#progress)) tell(this.#progress)
      })
    } catch (error) {
      this.#progress = { kind: 'waiting', why: this.#explain(error) }
    }
    return this.#progress
  }

  async #applyOnce(begin: (articles: number) => void): Promise<Progress> {
    const done: Progress = { kind: 'done', articles: 0 }
    if (this.#stop.signal.aborted) return done
    this.#followed = correctionsStamp(this.#archive.dataDir)
    if (!this.#indexIsBehind && isCorrected(this.#archive)) return done
    const lease = acquireLease(this.#archive.dataDir, 'corrections made on the site')
    try {
      const { signal } = this.#stop
      const articles = await correctorOf(this.#archive, lease).follow({ begin, stop: signal })
      if (articles > 0) this.#indexIsBehind = true
      if (this.#indexIsBehind && !signal.aborted) await this.#engine.sync(lease)
      this.#indexIsBehind = false
      return { ...done, articles }
    } finally {
      lease.release()
    }
  }

  /** Says why nothing more can be done now, and tries again later. */
  #explain(error: unknown): string {
    const isExpected = error instanceof LeaseHeld || error instanceof EngineUnavailable
    if (!isExpected) console.error(error)
    const seconds = secondsUntilRetry[error instanceof LeaseHeld ? 'lease' : 'fault']
    if (!this.#stop.signal.aborted)
      this.#retry = setTimeout(() => void this.follow(), seconds * 1000).unref()
    if (error instanceof LeaseHeld)
      return 'Articles are being added just now. Your corrections are kept, and will be applied in a moment.'
    const message = error instanceof Error ? error.message : String(error)
    return this.#indexIsBehind
      ? `Your corrections are kept and applied to the archive; the search will follow later. ${message}`
      : `Your corrections are kept, but not applied yet. ${message}`
  }
}

/** Whether readers do not wait for it. */
function isLong(progress: Progress): progress is Extract<Progress, { kind: 'running' }> {
  return progress.kind === 'running' && progress.articles > waitedFor
}
