import { isCapital, keyAt, startsSentence, type Reading } from '../extract/reading.ts'

/** Words in a row of which names may consist: `from` to `to`, exclusive. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

/** No name of a sane text is longer; a line of capitals without end is cut here. Words. */
const longest = 24

const connectors =
  /^(?:of|for|and|the|de|del|della|la|le|du|da|dos|von|van|der|den|al|el|bin|ibn|ul|ur|abu|ould|y)$/

/**
 * The stretches in which names may stand: words with a capital or a digit, with up to two small words ("of the", "bin")
 * between them, inside one sentence. All other words are no part of a name.
 */
export function findStretches(reading: Reading): Stretch[] {
  const stretches: Stretch[] = []
  let at = 0
  while (at < reading.words.length) {
    if (!isCapital(reading, at)) {
      at++
      continue
    }
    const to = endOf(reading, at)
    stretches.push({ from: at, to })
    at = to
  }
  return stretches
}

function endOf(reading: Reading, from: number): number {
  let to = from + 1
  while (to - from < longest) {
    const next = nextCapital(reading, to)
    if (next === undefined) break
    to = next + 1
  }
  return to
}

function nextCapital(reading: Reading, from: number): number | undefined {
  for (let at = from; at < from + 3 && at < reading.words.length; at++) {
    if (startsSentence(reading, at)) return undefined
    if (isCapital(reading, at)) return at
    if (!connectors.test(keyAt(reading, at))) return undefined
  }
  return undefined
}
