/** An author as citations name one. */
export type AuthorName =
  | {
      readonly family: string
      /** First names and initials. */
      readonly given: string
      /** `Jr.`, `III`; '' for most. */
      readonly suffix: string
    }
  /** A name whose parts cannot be told: an agency, a desk, a single word, a name in a script without spaces. */
  | { readonly literal: string }

/**
 * Reads a byline's name: `Family, Given` as it says, and two to five words of a person's name with the family last, together with its
 * particles (`van der`). Western order is taken for granted, so Xi Jinping becomes Jinping, Xi. Everything else stays literal, as
 * does a name that is the outlet's own.
 */
export function readAuthorName(written: string, outlet: string): AuthorName {
  const name = written.replace(/["“”\s\p{Cc}]+/gu, ' ').trim()
  const isSpelled = /^[\p{L}\p{M}.,'’\- ]+$/u.test(name)
  const { plain, suffix } = withoutSuffix(name)
  const parts = name !== outlet && isSpelled ? takeApart(plain) : undefined
  return parts ? { ...parts, suffix } : { literal: name }
}

/** `Hossein Dehghan`, as prose has it. */
export function naturalName(name: AuthorName): string {
  if ('literal' in name) return name.literal
  return [name.given, name.family, name.suffix].filter((part) => part !== '').join(' ')
}

function withoutSuffix(name: string): { plain: string; suffix: string } {
  const [, plain = name, suffix = ''] = /^(.+?),? (Jr\.?|Sr\.?|II|III|IV)$/.exec(name) ?? []
  return { plain, suffix }
}

function takeApart(plain: string): { family: string; given: string } | undefined {
  const [family = '', given, ...more] = plain.split(',').map((part) => part.trim())
  if (given === undefined) return splitWords(plain.split(' '))
  return more.length === 0 && family !== '' && given !== '' ? { family, given } : undefined
}

function splitWords(words: readonly string[]): { family: string; given: string } | undefined {
  if (words.length < 2 || words.length > 5) return undefined
  if (!words.every(isPartOfName) || words.some((word) => isInstitution(word))) return undefined
  // From behind: particles belong to the family, unless they are all that would be left.
  let at = words.length - 1
  while (at > 1 && particles.has((words[at - 1] ?? '').toLowerCase())) at--
  return { given: words.slice(0, at).join(' '), family: words.slice(at).join(' ') }
}

/** A capital and more, an initial, or a particle; only scripts that write the given name first and use capitals. */
function isPartOfName(word: string): boolean {
  return /^\p{Lu}[\p{L}\p{M}.'’-]*$/u.test(word) || particles.has(word)
}

function isInstitution(word: string): boolean {
  return institutions.has(word.toLowerCase()) || /^\p{Lu}{4,}$/u.test(word)
}

const particles: ReadonlySet<string> = new Set(
  'von van der den de del della di da dos du la le ter ten zu bin ibn al el'.split(' '),
)

/** Words of bylines that name no person. */
const institutions: ReadonlySet<string> = new Set(
  (
    'agency agencies associated analysis bureau by company contributor correspondent daily desk editor editorial editors ' +
    'exclusive journal magazine media monitoring network news newsroom opinion post press radio report reporter reporters ' +
    'reuters review service services staff team tech television the times today tribune tv wire wires writer writers'
  ).split(' '),
)
