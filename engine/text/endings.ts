import type { Part } from './part.ts'

/** What "will", "are", "have", "would" and "am" are attached to. */
const beforeVerbs = new Set(
  (
    'i you he she it we they who that this there what where how ' +
    'would could should might must may will'
  ).split(' '),
)

/**
 * Drops what an apostrophe attaches to a word without making another word of it: the possessive s anywhere in a chunk
 * (Iran's-made), and the verb in she'll and we're, which would be "shell" and "were" if it were joined.
 */
export function withoutEndings(parts: readonly Part[]): readonly Part[] {
  return parts.filter((part, at) => !isEnding(parts, at, part))
}

function isEnding(parts: readonly Part[], at: number, part: Part): boolean {
  if (part.before !== "'" || parts[at + 1]?.before === "'") return false
  if (/^s$/i.test(part.raw)) return true
  const stem = parts[at - 1]?.raw.toLowerCase() ?? ''
  return /^(?:ll|re|ve|d|m)$/i.test(part.raw) && beforeVerbs.has(stem)
}
