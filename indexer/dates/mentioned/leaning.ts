/** Where the words around a date put it: `reported` is past too, but may be when something was said of another day. */
export type Leaning = 'past' | 'reported' | 'future' | 'open'

/** In UTF-16 units. */
const lookBack = 120
const lookAhead = 90
const sentenceEnd = /[.!?]["”’)]?\s+(?=["“‘(]?\p{Lu})|\n/gu

const future = String.raw`will|won['’]t|shall|would|scheduled|slated|due|upcoming|coming|plan(?:s|ned|ning)?|expects?|expected|deadline|going to|set (?:to|for)|to be (?=\p{L}+(?:ed|en)\b)|intends?|may|might|could|expires?|begins?|starts?|opens?|meets?|seek(?:s|ing)|heading into|running for|re-?election|takes? (?:over|effect|place|office)`
const reported = String.raw`said|says|told|tells|added|announced|according to|reported|reports|stated|declared|wrote|tweeted`
const past = String.raw`(?:was|had been) (?:expected|scheduled|due)|was|were|had|did|has been|have been|met|made|took|came|went|gave|began|held|left|won|lost|fell|rose|saw|shot|hit|struck|became|sent|spoke|found|broke|brought|kept|led|died|ran|got|put|since|after|last|earlier|\p{L}{2,}ed`
const cues = new RegExp(
  String.raw`(?:(?<future>(?<=\p{L})['’]ll|(?<![\p{L}’'])(?:${future}))|(?<![\p{L}’'])(?:(?<reported>${reported})|(?<past>${past})))(?!\p{L})`,
  'giu',
)

/** Right before a date: "by Friday", "is Saturday". */
const leadsAhead =
  /(?<!\p{L})(?:until|till|by|before|through|ahead of|as (?:soon|early) as|is|are)(?: on)? $/iu

/**
 * Whether the text speaks of the time from `start` to `end` as past or future: the last cue before it in its sentence decides (a form of
 * the verb, mostly), and where none stands before it the first one after it. "officials said Tuesday the ship will leave" → reported;
 * "the ship will leave Tuesday" → future.
 */
export function leaningOf(text: string, start: number, end: number): Leaning {
  const before = lastSentence(text.slice(Math.max(0, start - lookBack), start))
  const last = Array.from(before.matchAll(cues)).at(-1)
  const leaning = last && leaningOfCue(last.groups)
  if (leaning !== 'past' && leadsAhead.test(before)) return 'future'
  if (leaning) return leaning
  const after = firstSentence(text.slice(end, end + lookAhead))
  const [first] = after.matchAll(cues)
  return first ? leaningOfCue(first.groups) : 'open'
}

function leaningOfCue(groups: Record<string, string | undefined> = {}): Leaning {
  if (groups['future'] !== undefined) return 'future'
  return groups['reported'] === undefined ? 'past' : 'reported'
}

function lastSentence(before: string): string {
  const ends = Array.from(before.matchAll(sentenceEnd))
  const last = ends.at(-1)
  return last ? before.slice(last.index + last[0].length) : before
}

function firstSentence(after: string): string {
  const [end] = after.matchAll(sentenceEnd)
  return end ? after.slice(0, end.index) : after
}
