import { isMinus, isOpening, isQuote } from './signs.ts'

/** Why a word without a letter or digit is left out, by what stands right before and behind it, and what to write instead. */
export function ignoredProblem(word: string, before: string, behind: string): string {
  if (/^=+$/.test(word)) return equalSignProblem(word, behind)
  if (/^[*~]+$/.test(word) && isQuote(before))
    return `Behind quotation marks “${word}” has no meaning; it is ignored. For words side by side write first NEAR/0 second*.`
  if (isMinus(word))
    return 'A minus excludes what stands right behind it, without a space; this one is ignored.'
  if (/^\|+$/.test(word)) return `For either of two write OR between them; “${word}” is ignored.`
  return nothingIn(word)
}

/** What to say of anything else that is left out because it has no letter or digit. */
export function nothingIn(text: string): string {
  return `There is no letter or digit in “${text}”; it is ignored.`
}

function equalSignProblem(word: string, behind: string): string {
  return isOpening(behind)
    ? `Before a parenthesis “${word}” has no meaning; it is ignored. For exact spelling put = before each word.`
    : `A = stands right before a word or phrase; “${word}” is ignored.`
}
