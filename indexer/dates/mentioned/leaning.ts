/** Where the words around a date put it: `reported` is past too, but may be when something was said of another day. */
export type Leaning = 'past' | 'reported' | 'future' | 'open'

/** In UTF-16 units. */
const lookBack = 120
const lookAhead = 90
const sentenceEnd =
  /(?<!(?<!\p{L})(?:Sen|Rep|Gov|Gen|Mr|Mrs|Ms|Dr|Lt|Col|Sgt|St|Jr|Sr|U\.S|\p{Lu}))[.!?]["”’)]?\s+(?=["“‘(]?\p{Lu})|\n/gu
/** What stands before these is said of something else: "he will be tried for what he did after the vote on Tuesday". */
const clauseStart =
  /[;:] |(?:,? (?<past>after|following|since)|,? (?:because|whose|who|which)|, (?:as|where|while|but|and (?:was|were|had|has)))(?= \p{L})/giu

// The verb is taken along, lest a participle be taken for the past: "will be released on Friday".
const verb = String.raw`(?: (?:not|also|then|now|soon|be|get|\p{L}{2,}ly)(?=[ ,]))*(?: \p{L}+)?`
const planned = 'expected|scheduled|slated|due|set|planned|planning|poised|going|supposed|preparing'
const future = [
  String.raw`(?:will|won['’]t|shall|would(?!n['’]t have| (?:\p{L}+ )?have))${verb}`,
  String.raw`(?:is|are) (?:\p{L}+ly |also |still |now |all |not )?(?:to(?= \p{Ll})(?! blame)|(?:${planned}|likely) (?:to|for)|(?:scheduled|slated|due|set|planned))${verb}`,
  String.raw`(?:scheduled|slated|due|set|planned|going) (?:to|for)(?: be)?(?: \p{L}+)?|(?:are|is) (?:\p{L}+ly )?going back`,
  String.raw`(?<!(?:an?|the|his|her|its|their|of|any|no) )(?:plans?|intends?|expects?|hopes) to${verb}`,
].join('|')
const reported = String.raw`said|says|told|tells|added|announced|according to|reported|reports|stated|declared|wrote|tweeted`
const past = String.raw`(?:(?:was|were|been|had|originally|initially|previously) )+(?:\p{L}+ly )?(?:${planned})(?: (?:to|for))?${verb}|(?:was|were|had|did)(?:n['’]t)?|has been|have been|would(?:n['’]t)? (?:\p{L}+ )?have|met|made|took|came|went|gave|began|held|left|won|lost|fell|rose|saw|shot|hit|struck|became|sent|spoke|found|broke|brought|kept|led|died|ran|got|put|sank|sold|bought|drew|drove|fled|flew|grew|knew|paid|sat|stood|stole|swept|swore|thought|threw|withdrew|chose|fought|felt|heard|caught|built|since|after|last|earlier|(?!(?:need|indeed|united|armed|hundred|speed|ahmed|mohammed|muhammed)(?!\p{L}))\p{L}{2,}ed`
const cues = new RegExp(
  String.raw`(?:(?<![\p{L}’'])(?:(?<reported>${reported})(?!\p{L})|(?<past>(?:${past})(?!\p{L})))|(?<future>(?:(?<=\p{L})['’]ll${verb}|(?<![\p{L}’'])(?:${future}))(?!\p{L})))`,
  'giu',
)

/** Right before a date: "is Saturday", "starts on Monday". */
const leadsAhead =
  /(?<!\p{L})(?:as (?:soon|early) as|ahead of|upcoming|(?:is|are|begins|starts|opens|expires|resumes|takes effect)(?: on)?) $/iu

/**
 * Whether the text speaks of the time from `start` to `end` as past or future: the last cue before it in its clause decides (a form of
 * the verb, mostly), and where no clause stands before it the first one after it. "officials said Tuesday the ship will leave" →
 * reported; "the ship will leave Tuesday" → future. Only what is clearly ahead is: "his re-election campaign on Tuesday" is not.
 */
export function leaningOf(text: string, start: number, end: number): Leaning {
  const lead = text.slice(Math.max(0, start - lookBack), start)
  const before = lead.slice(endOf(lastMatch(lead, sentenceEnd)))
  const leaning = leaningOfClause(before)
  if (leaning !== 'past' && leadsAhead.test(before)) return 'future'
  if (leaning) return leaning
  const after = firstSentence(text.slice(end, end + lookAhead))
  const [first] = after.matchAll(cues)
  const follows = first ? leaningOfCue(first.groups) : 'open'
  return follows === 'future' && !beginsSentence.test(before) ? 'open' : follows
}

function leaningOfClause(before: string): Leaning | undefined {
  if (/\bas of $/i.test(before)) return 'past'
  const opening = lastMatch(before, clauseStart)
  const cue = lastMatch(before.slice(endOf(opening)), cues)
  if (cue) return leaningOfCue(cue.groups)
  return opening?.groups?.['past'] === undefined ? undefined : 'past'
}

/** "On Tuesday, the crew will meet", but not "the crew that met Tuesday will sail". */
const beginsSentence = /^\P{L}*(?:\p{L}+ ){0,2}$/u

function leaningOfCue(groups: Record<string, string | undefined> = {}): Leaning {
  if (groups['future'] !== undefined) return 'future'
  return groups['reported'] === undefined ? 'past' : 'reported'
}

function lastMatch(text: string, pattern: RegExp): RegExpExecArray | undefined {
  return Array.from(text.matchAll(pattern)).at(-1)
}

function endOf(match: RegExpExecArray | undefined): number {
  return match ? match.index + match[0].length : 0
}

function firstSentence(after: string): string {
  const [end] = after.matchAll(sentenceEnd)
  return end ? after.slice(0, end.index) : after
}
