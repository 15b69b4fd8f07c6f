import type { Lists } from './lists.ts'
import { lastWord, type NamedInFull } from './named-in-full.ts'
import type { NamedMedium } from './named-medium.ts'
import { isJoined, keyAt, type Reading } from './reading.ts'

/**
 * "The Post" and "the Journal" in an article that names the Harbour Post and the Hill Journal in full: the last word of
 * the name behind "the". Where several end alike, the one named last before it. `listed` is what the lists find, in
 * reading order.
 */
export function shortForms(
  reading: Reading,
  listed: readonly NamedMedium[],
  inFull: NamedInFull,
  lists: Lists,
): NamedMedium[] {
  const short: NamedMedium[] = []
  const latest = new Map(inFull.endings)
  let next = 0
  for (const [at, word] of reading.words.entries()) {
    const named = listed[next]
    if (named?.from === at) {
      if (named.trust === 'plain') latest.set(lastWord(named.id), named.id)
      next++
    }
    const outlet = isShort(reading, at, lists) ? idOf(latest, word.key, lists) : undefined
    if (outlet) short.push({ from: at, to: at + 1, trust: 'short', ...outlet })
  }
  return short
}

function idOf(latest: ReadonlyMap<string, string>, key: string, lists: Lists) {
  return lists.outletsById.get(latest.get(key) ?? '')
}

// A word that media are called, behind "the" and before nothing that would make it part of a longer name.
function isShort(reading: Reading, at: number, lists: Lists): boolean {
  if (reading.words[at]?.shape === 'lower' || keyAt(reading, at - 1) !== 'the') return false
  if (!lists.isKind(keyAt(reading, at), 'medium-name')) return false
  const next = reading.words[at + 1]
  return !next || next.shape === 'lower' || !isJoined(reading, at + 1)
}
