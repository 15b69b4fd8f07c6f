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
    if (isPlainWord(reading, at) && lists.isKind(key, 'source-noun'))
      return { rule: `source cue "${key}"`, close: at - to <= 1 }
    if (isOneOf(key, ['function', 'source-verb'], lists)) return undefined
  }
  return undefined
}

function isAttached(reading: Reading, at: number): boolean {
  const gap = reading.words[at]?.gap
  if (gap === undefined || gap === 'comma') return false
  return gap !== 'other' || /^(?:['’]s?\s|\s?[–—]\s?|["“”]\s?|\s["“”])$/.test(gapText(reading, at))
}
