import { fold } from '../text/fold.ts'

/**
 * The form in which names compare: folded letter by letter as texts are, dashes, apostrophes and spaces of any kind as one.
 * `Erdoğan` and `erdogan` are one name, so are `Wałęsa` and `walesa`. The archive stores this form: when it changes, the
 * version of the schema is raised and what is stored is folded anew.
 */
export function foldName(name: string): string {
  return name
    .split(/\s+/)
    .map(fold)
    .filter((word) => word !== '')
    .join(' ')
    .replace(/[‐-―−]/g, '-')
    .replace(/['’‘ʼ＇]/g, "'")
}

/**
 * The words of a name by which it is found, each once: runs of letters and digits, and what hyphens, dots and apostrophes join, as
 * one word too. `Bashar al-Assad` has `bashar`, `al`, `assad` and `alassad`; `S-300PMU-2` has `s300pmu2` besides its parts.
 */
export function nameWords(name: string): Set<string> {
  const words = new Set<string>()
  for (const chunk of chunksOf(name)) {
    for (const part of chunk.parts) words.add(part)
    words.add(chunk.joined)
  }
  return words
}

/** A piece of a name between spaces. */
export interface NameChunk {
  readonly parts: readonly string[]
  readonly joined: string
}

/** The pieces of a name between its spaces, without those that have no letter or digit. */
export function chunksOf(name: string): NameChunk[] {
  return foldName(name)
    .split(' ')
    .map((chunk) => chunk.match(/[\p{L}\p{N}]+/gu) ?? [])
    .filter((parts) => parts.length > 0)
    .map((parts) => ({ parts, joined: parts.join('') }))
}

/** The longest of some words, the first of them where several are: likely the rarest. '' for none. */
export function longest(words: readonly string[]): string {
  return words.reduce((most, word) => (word.length > most.length ? word : most), '')
}
