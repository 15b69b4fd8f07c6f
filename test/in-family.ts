import type { Entry } from '../engine/archive/write.ts'

/** The signature of a made-up family, for an entry: those that name the same one are near-duplicates, whatever their texts. None for ''. */
export function inFamily(name: string): Pick<Entry, 'signature'> {
  return name === '' ? {} : { signature: { bytes: new Uint8Array(), textHash: name } }
}
