import type { Archive } from '../../engine/archive/archive.ts'
import type { Resolve } from '../../engine/archive/extracted.ts'
import type { Lease } from '../../engine/archive/lease.ts'
import { applyState, currentState, isAppliedTo, resolutionFor, type Applying } from './apply.ts'
import { correctionsStamp, readCorrections, type CorrectionFault } from './corrections-file.ts'
import type { FoundMerge } from './merge.ts'

/** Keeps an archive's facets as its corrections file says, while articles come in and readers correct. */
export interface Corrector {
  /** Decides the facets of new articles; up to date after `follow`. */
  readonly resolve: Resolve
  /** Lines of the file that were skipped at its last reading. */
  readonly faults: readonly CorrectionFault[]
  /** Reads the file if it changed since the last call, and applies it to what is stored; returns how many articles changed. */
  follow(applying?: Applying): Promise<number>
  /** Joins values besides, until the next time this is said; returns how many articles changed. */
  join(merges: readonly FoundMerge[], applying?: Applying): Promise<number>
}

/** A corrector for an archive that the lease allows to write. Call `follow` first. */
export function correctorOf(archive: Archive, lease: Lease): Corrector {
  return new ArchiveCorrector(archive, lease)
}

/** Whether the facets of all stored articles are as the corrections file says. */
export function isCorrected(archive: Archive): boolean {
  const { corrections } = readCorrections(archive.dataDir)
  return isAppliedTo(archive, { merges: currentState(archive).merges, corrections })
}

class ArchiveCorrector implements Corrector {
  readonly #archive: Archive
  readonly #lease: Lease
  #resolve: Resolve | undefined
  #stamp: string | undefined
  faults: readonly CorrectionFault[] = []

  constructor(archive: Archive, lease: Lease) {
    this.#archive = archive
    this.#lease = lease
  }

  get resolve(): Resolve {
    this.#resolve ??= resolutionFor(currentState(this.#archive)).resolve
    return this.#resolve
  }

  async follow(applying: Applying = {}): Promise<number> {
    const stamp = correctionsStamp(this.#archive.dataDir)
    if (stamp === this.#stamp) return 0
    const { corrections, faults } = readCorrections(this.#archive.dataDir)
    const { merges } = currentState(this.#archive)
    const state = { merges, corrections }
    const articles = await applyState(this.#archive, this.#lease, state, applying)
    this.#stamp = applying.stop?.aborted ? undefined : stamp
    this.faults = faults
    this.#resolve = undefined
    return articles
  }

  async join(merges: readonly FoundMerge[], applying: Applying = {}): Promise<number> {
    const { corrections } = currentState(this.#archive)
    const state = { merges, corrections }
    const articles = await applyState(this.#archive, this.#lease, state, applying)
    this.#resolve = undefined
    return articles
  }
}
