import { lineStep } from './cut-lines.ts'
import { speaksToReaders } from './speaks-to-readers.ts'

const prompts: readonly RegExp[] = [
  /^(?:please )?(?:click here to )?sign up(?: here| now| today)?[!:.]?$/i,
  /^sign up (?:for|to)\b.{0,150}\b(?:newsletters?|alerts?|briefings?|inbox|e-?mails?|updates?|daily|today|free)\b/i,
  /^subscribe(?: (?:to|now|today|here|for)\b.{0,150}|[!:.]?)$/i,
  /^subscribe(?: now| today)? (?:and|to) (?:help )?support (?:our|independent)\b.{0,60}\bjournalism[.!]?$/i,
  /^get (?:the|our|all the|breaking|daily|free)\b.{0,200}\b(?:delivered|inbox|newsletters?)\b/i,
  /^(?:newsletter|e-?mail)s? sign-? ?up\b/i,
  /^thank(?:s| you) for (?:signing up|subscribing)\b/i,
  /^by (?:signing up|subscribing),? (?:you|i) (?:agree|accept|consent)\b/i,
  /^enter your e-?mail(?: address)?\b.{0,40}$/i,
]
const asks = /\b(?:sign(?:ing)? up|subscribe)\b/i
const what = /\b(?:newsletters?|inbox)\b/i
const toWhom = /\b(?:your?|our|here)\b/i

/** Removes lines that ask readers to subscribe: "SIGN UP for our newsletter", "Get the latest stories delivered straight to you". */
export const removeNewsletterPrompts = lineStep(
  'newsletter prompt',
  300,
  (line) => isNewsletterPrompt(line) && speaksToReaders(line),
)

function isNewsletterPrompt(line: string): boolean {
  const said = line.replace(/^[^\p{L}]{1,5}/u, '')
  if (prompts.some((prompt) => prompt.test(said))) return true
  return asks.test(line) && what.test(line) && toWhom.test(line)
}
