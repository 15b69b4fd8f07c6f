import { governor, type SourceCue } from './cue-before.ts'
import type { Lists } from './lists.ts'
import { isCapital, keyAt, type Reading } from './reading.ts'
import { endsBefore, gapText } from './sentences.ts'

/** "Jane Doe of the Harbour Post noted", "wrote Jane Doe, an editor at Slate": what one of its journalists says. */
export function cueAuthor(
  reading: Reading,
  from: number,
  to: number,
  lists: Lists,
): SourceCue | undefined {
  const at = governor(reading, from, lists)
  if (!/^(?:of|at|from|with|for)$/.test(keyAt(reading, at)) || endsBefore(reading, at))
    return undefined
  if (!isPerson(reading, at - 1, lists)) return undefined
  const verb = verbAfter(reading, to, lists) ?? verbBefore(reading, at, lists)
  return verb === undefined ? undefined : { rule: `its journalist "${verb}"`, close: false }
}

// A name of two words, or a word like "reporter".
function isPerson(reading: Reading, at: number, lists: Lists): boolean {
  if (lists.isKind(keyAt(reading, at), 'journalist')) return true
  const isName = isCapital(reading, at) && isCapital(reading, at - 1)
  return isName && !lists.isKind(keyAt(reading, at), 'organisation')
}

function verbAfter(reading: Reading, to: number, lists: Lists): string | undefined {
  for (let at = to; at < to + 6 && !endsBefore(reading, at); at++) {
    if (speaks(reading, at, lists)) return keyAt(reading, at)
  }
  return undefined
}

function verbBefore(reading: Reading, from: number, lists: Lists): string | undefined {
  for (let at = from - 1; at > from - 9 && at > 0 && !endsBefore(reading, at + 1); at--) {
    if (speaks(reading, at, lists) && /[,”"’']/.test(gapText(reading, at)))
      return keyAt(reading, at)
  }
  return undefined
}

function speaks(reading: Reading, at: number, lists: Lists): boolean {
  if (reading.words[at]?.shape !== 'lower') return false
  return ['source-verb', 'speech-verb'].some((kind) => lists.isKind(keyAt(reading, at), kind))
}
