import { personOf } from './listed.ts'
import type { NameRun } from './name-run.ts'
import type { Reading } from './reading.ts'

/** Takes two people apart that a hyphen joins: "the Trump-Putin summit". One of them at least is known by the surname alone. */
export function splitPair(run: NameRun): NameRun[] {
  const known = knownInHeadline(run)
  return known.length > 1 ? known : splitAtHyphen(run)
}

function splitAtHyphen(run: NameRun): NameRun[] {
  const { reading, from, to } = run
  const isPair =
    to - from === 2 &&
    reading.words[from + 1]?.gap === 'hyphen' &&
    reading.words[from + 1]?.shape === 'upper' &&
    (isKnownAlone(reading, from) || isKnownAlone(reading, from + 1))
  if (!isPair) return [run]
  return [
    { ...run, to: from + 1 },
    { ...run, from: from + 1, title: undefined },
  ]
}

// "Assad Visits As Rouhani Calls Putin": in a headline everything is one run, and each of them is somebody.
function knownInHeadline(run: NameRun): NameRun[] {
  const { reading, from, to } = run
  if (!reading.titleCase) return []
  const ats = Array.from({ length: to - from }, (_, index) => from + index)
  return ats
    .filter((at) => isKnownAlone(reading, at))
    .map((at) => ({ ...run, from: at, to: at + 1, parts: 1, title: undefined }))
}

function isKnownAlone(reading: Reading, at: number): boolean {
  const match = reading.matchAt[at]
  return match !== undefined && match.to - match.from === 1 && personOf(match) !== undefined
}
