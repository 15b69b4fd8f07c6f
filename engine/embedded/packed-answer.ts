import { deserialize, serialize } from 'node:v8'
import type { SearchAnswer } from '../search-engine.ts'

/** An answer as bytes: so it is handed from thread to thread, and kept at a known cost. */
export type PackedAnswer = Uint8Array<ArrayBuffer>

export function packAnswer(answer: SearchAnswer): PackedAnswer {
  // Copied out of the buffer that V8 hands on, so that the bytes can move to another thread.
  return new Uint8Array(serialize(answer))
}

/** Throws for bytes that `packAnswer` did not make. */
export function unpackAnswer(packed: PackedAnswer): SearchAnswer {
  const answer: unknown = deserialize(packed)
  if (isAnswer(answer)) return answer
  throw new Error('These bytes are no answer of a search.')
}

function isAnswer(value: unknown): value is SearchAnswer {
  return typeof value === 'object' && value !== null && 'hits' in value && 'facets' in value
}
