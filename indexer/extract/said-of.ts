import type { Lists } from './lists.ts'
import type { Reading } from './reading.ts'
import type { NameRun } from './name-run.ts'

type Words = Pick<NameRun, 'reading' | 'from' | 'to'>

/** What is said around a name that only people do or are: in words for the reader, undefined where nothing is. */
export function saidAround(run: Words, lists: Lists): string | undefined {
  return saidAfter(run, lists) ?? saidBefore(run) ?? describedAfter(run)
}

/** The verb of speech right after a name. */
export function saidAfter({ reading, to }: Words, lists: Lists): string | undefined {
  const next = reading.words[to]
  const speaks = next?.gap === 'space' && lists.isKind(next.key, 'speech-verb')
  return speaks ? `"${next.key}" after the name` : undefined
}

function saidBefore({ reading, from }: Words): string | undefined {
  const previous = reading.words[from - 1]
  if (previous?.shape !== 'lower' || reading.words[from]?.gap !== 'space') return undefined
  return /^(?:said|says|told)$/.test(previous.key) ? `"${previous.key}" before the name` : undefined
}

function describedAfter({ reading, to }: Words): string | undefined {
  return description.test(textAfter(reading, to)) ? 'described after the name' : undefined
}

function textAfter(reading: Reading, to: number): string {
  const end = reading.words[to - 1]?.end ?? 0
  return reading.text.slice(end, end + 60)
}

// "Igor Korotchenko, a journalist", "Yuri Lyamin, 34,", "Ayham Kamel, who"
const description =
  /^,\s+(?:\d\d,|an?\s+(?:\p{L}+\s+){0,3}(?:analyst|expert|spokes|official|professor|fellow|director|journalist|researcher|lawyer|activist|resident|former|senior|retired|veteran|member|leader|lawmaker|scholar|student|teacher|doctor|specialist)|who\s|whose\s|(?:the\s+)?(?:\p{L}+\s+)?(?:spokes|director|president|head|chief|chairman|leader|commander|executive|founder|senior|professor|analyst|minister|secretary))/u
