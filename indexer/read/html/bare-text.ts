/** Letters and digits alone, in lower case: what is left when two places of a page print the same text differently. */
export function bareText(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '').toLowerCase()
}
