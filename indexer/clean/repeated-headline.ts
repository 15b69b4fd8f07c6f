import type { Draft } from '../read/draft.ts'

/** Below this a headline may well be the first word of a sentence: "Iran" of "Iranian officials". */
const shortestGluedHeadline = 20

/**
 * Removes the headline where the text begins with it again, once or more, on a line of its own or glued to what follows
 * ("Talks resume in ViennaTalks resume in ViennaNegotiators met"). A sentence that merely begins with the words of
 * the headline stays whole, and so does a text that is nothing but the headline.
 */
export function removeRepeatedHeadline(draft: Draft): Draft {
  let start = 0
  for (;;) {
    const after = draft.text.startsWith(draft.title, start) ? start + draft.title.length : start
    if (after === start || !headlineEndsAt(draft, after)) break
    start = skipBlank(draft.text, after)
  }
  return start === 0 || start >= draft.text.length
    ? draft
    : { ...draft, text: draft.text.slice(start) }
}

function headlineEndsAt({ title, text }: Draft, at: number): boolean {
  if (at === text.length || text[at] === '\n') return true
  if (text.startsWith(title, skipBlank(text, at))) return true
  return title.length >= shortestGluedHeadline && /[\p{Lu}"“‘(]/u.test(text.charAt(at))
}

function skipBlank(text: string, from: number): number {
  let at = from
  while (at < text.length && /\s/.test(text.charAt(at))) at++
  return at
}
