import { findLines } from './cut-lines.ts'
import type { Step } from './page.ts'

/** A signature is short, and stands last. */
const mostLines = 8
const longestLine = 200
const tells = /\bunsubscribe\b|https?:\/\/|www\.|\S@\S+\.\S/i

/** Removes the signature of a mail: the last lines below "--", where one of them is an address. */
export const removeMailSignature: Step = {
  name: 'signature of the mail',
  find: (page) => {
    const start = page.lines.findLastIndex(({ text }) => text === '--')
    const signature = start < 0 ? [] : page.lines.slice(start + 1)
    const isSignature =
      signature.length <= mostLines &&
      signature.every(({ text }) => text.length <= longestLine) &&
      signature.some(({ text }) => tells.test(text))
    return isSignature ? findLines(page, (_, index) => index >= start) : undefined
  },
}
