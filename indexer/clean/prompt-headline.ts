import { splitHeadline, type Draft } from '../read/draft.ts'

/** Lines with which sites speak to their readers; a headline that says such a thing is rare enough. */
const prompts: readonly RegExp[] = [
  /^sign up (?:for|to)\b/i,
  /^subscribe(?: (?:to|now|today|for)\b.*|[!:.]?)$/i,
  /^get the latest\b.*\b(?:delivered|inbox|newsletter)\b/i,
  /^support [^.?]{1,60}!$/i,
  /^(?:donate|donate now|donate today|make a donation)[!:.]?$/i,
  /^(?:follow|like) us\b/i,
  /^share(?: this)?(?: article| story)?[!:.]?$/i,
  /^skip to (?:main )?content$/i,
  /^advertisement$/i,
]
const longestPrompt = 100
/** Further down it is the article that speaks. */
const linesTried = 5

/** Takes the first line that is not a prompt ("Support the Gazette!", "SIGN UP for our newsletter") for the headline, where one stands in its place. */
export function replacePromptHeadline(draft: Draft): Draft {
  let { title, text } = draft
  for (let tried = 0; tried < linesTried && isPrompt(title) && text !== ''; tried++) {
    ;({ title, text } = splitHeadline(text))
  }
  return isPrompt(title) || text === '' ? draft : { ...draft, title, text }
}

function isPrompt(line: string): boolean {
  return line.length <= longestPrompt && prompts.some((prompt) => prompt.test(line))
}
