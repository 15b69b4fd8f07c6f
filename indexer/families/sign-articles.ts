import { setImmediate as whatElseWaits } from 'node:timers/promises'
import type { Archive } from '../../engine/archive/archive.ts'
import type { Lease } from '../../engine/archive/lease.ts'
import { signatureVersion } from '../../engine/archive/sketch.ts'
import { makeSignature } from './make-signature.ts'

/** Where an archive keeps that all its articles have signatures of a version. */
const slot = 'articles signed'

/** Articles that are signed in one transaction. */
const batchSize = 200

interface SigningOptions {
  readonly archive: Archive
  readonly lease: Lease
  /** Leaves the rest to the next run. */
  readonly stop?: AbortSignal | undefined
}

/**
 * Gives the articles that an earlier version stored their signatures, from the texts that the archive has: later ones bring theirs. A run
 * that is stopped or killed meanwhile is gone on with by the next. Returns how many articles have another family now.
 */
export async function signArticles({ archive, lease, stop }: SigningOptions): Promise<number> {
  if (archive.setting(slot) === String(signatureVersion)) return 0
  const before = archive.lastChange()
  const unsigned = archive.unsigned()
  for (let at = 0; at < unsigned.length; at += batchSize) {
    if (stop?.aborted) return archive.lastChange() - before
    const signed = unsigned.slice(at, at + batchSize).flatMap((sequence) => {
      const article = archive.getBySequence(sequence)
      return article ? [{ sequence, signature: makeSignature(article) }] : []
    })
    archive.sign(lease, signed)
    await whatElseWaits()
  }
  archive.setSetting(lease, slot, String(signatureVersion))
  return archive.lastChange() - before
}
