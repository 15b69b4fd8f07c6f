import { americanSpelling } from '../text/spelling.ts'
import { stem } from '../text/stem.ts'
import type { Vocabulary } from '../vocabulary/vocabulary.ts'

/** Forms beyond these are not looked at: only beginnings of two or three letters have so many. */
const mostForms = 2_000
/** An ending leaves at least so many letters of a word as they are. */
const fewestKept = 3

/**
 * Terms that do not begin with a prefix although one of their forms does, each once: `delivery` for `deliveri`, `center` for
 * `centr`. Where a prefix has more than 2,000 forms, as some of two letters have, a few spellings may be missed.
 */
export function termsBehind(prefix: string, vocabulary: Vocabulary): string[] {
  // So short a prefix is changed by another spelling alone (grey, gray), which is faster to tell, unless an ending has its i from a y (tried).
  const base = prefix.length <= fewestKept && !prefix.endsWith('i') ? americanSpelling : stem
  const behind = vocabulary
    .formsFrom(prefix, mostForms)
    .filter(
      (form) => form.length <= prefix.length + longestChange && !base(form).startsWith(prefix),
    )
  return [...new Set(behind.map(stem))]
}

/** From the place where a word is spelled otherwise to its end: the nalisations of nationalisations. */
const longestChange = 12
