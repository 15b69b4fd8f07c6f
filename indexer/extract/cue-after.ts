import type { SourceCue } from './cue-before.ts'
import type { Lists } from './lists.ts'
import { keyAt, type Reading } from './reading.ts'
import { isPlainWord, reportingVerb } from './reporting-verb.ts'
import { gapText } from './sentences.ts'
import { isOneOf } from './kinds-of-word.ts'

/** The words behind a medium that make it a source: "reported", "'s Jane Doe wrote", "poll". */
export function cueAfter(reading: Reading, to: number, lists: Lists): SourceCue | undefined {
  return content(reading, to, lists) ?? reportingVerb(reading, to, lists)
}

// "a Reuters poll", "CNN's exclusive interview", "the Wall Street Journal front-page story".
function content(reading: Reading, to: number, lists: Lists): SourceCue | undefined {
  for (let at = to; at < to + 4; at++) {
    if (!isAttached(reading, at)) return undefined
    const key = keyAt(reading, at)
    if (isNoun(reading, at, lists)) return { rule: `source cue "${key}"`, close: at - to <= 1 }
    if (!isCompound(reading, at) && isOneOf(key, ['function', 'source-verb'], lists))
      return undefined
  }
  return undefined
}

// "front-page" is an adjective, whatever its parts are.
function isCompound(reading: Reading, at: number): boolean {
  return reading.words[at]?.gap === 'hyphen' || reading.words[at + 1]?.gap === 'hyphen'
}

// "NPR/Marist Poll": pollsters write theirs with a capital.
function isNoun(reading: Reading, at: number, lists: Lists): boolean {
  const key = keyAt(reading, at)
  return (
    /^(?:poll|survey)$/.test(key) || (isPlainWord(reading, at) && lists.isKind(key, 'source-noun'))
  )
}

function isAttached(reading: Reading, at: number): boolean {
  const gap = reading.words[at]?.gap
  if (gap === undefined || gap === 'comma') return false
  return gap !== 'other' || /^(?:['’]s?\s|\s?[–—]\s?|["“”]\s?|\s["“”])$/.test(gapText(reading, at))
}
