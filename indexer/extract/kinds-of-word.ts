import type { Lists } from './lists.ts'

/** Whether words.tsv lists a word, by its key, under one of these kinds. */
export function isOneOf(key: string, kinds: readonly string[], lists: Lists): boolean {
  return kinds.some((kind) => lists.isKind(key, kind))
}
