import type { EntityMention } from './facet-values.ts'
import { placesOf } from './listed.ts'
import type { Lists } from './lists.ts'
import type { NameRun } from './name-run.ts'
import { slug } from './names.ts'
import { surfaceOf, type Reading } from './reading.ts'

/**
 * "Mr. Harvey" is somebody, even if the article never says who. Nobody where the name goes on in a way that is no
 * person's ("General Sessions Court") or belongs to a place ("the Sheikh Maqsoud district").
 */
export function titledAlone(
  run: NameRun,
  vocabulary: ReadonlySet<string>,
  lists: Lists,
): EntityMention[] {
  const { reading, from, to } = run
  if (run.title !== 'title' || run.parts > 1 || !isWritten(run)) return []
  const name = surfaceOf(run)
  if (name.length < 3 || vocabulary.has(name.toLowerCase()) || goesOn(run, lists)) return []
  const rule = 'title before the name'
  return [{ reading, from, to, rule, entity: { id: slug(name), name } }]
}

// In a headline, or in capitals, any word may stand after a title.
function isWritten({ reading, from }: NameRun): boolean {
  const isHeadline = reading.titleCase || reading.words[from]?.shape === 'caps'
  return !isHeadline && placesOf(reading.matchAt[from]).length === 0
}

function goesOn({ reading, from, to }: NameRun, lists: Lists): boolean {
  const next = reading.words[to]
  if (isQuoted(reading, from, to)) return true
  // "(Defense Secretary Jim) Mattis": the bracket is the editor's.
  if (/^[)\]]/.test(reading.text.slice(reading.words[to - 1]?.end))) return true
  if (next?.gap !== 'space') return false
  return next.shape !== 'lower' || lists.isKind(next.key, 'called-after')
}

// “President Evil”: a name that somebody is called.
function isQuoted({ words, text }: Reading, from: number, to: number): boolean {
  const start = words[from]?.start ?? 0
  const opens = /[“"][\p{L}. ]+$/u.test(text.slice(Math.max(0, start - 25), start))
  return opens && /^[”"]/.test(text.slice(words[to - 1]?.end))
}
