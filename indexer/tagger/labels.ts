/** The kinds of names that the tagger tells apart. */
export const kinds = ['PER', 'LOC', 'ORG', 'MISC'] as const

export type Kind = (typeof kinds)[number]

/** The labels of a word by number: 0 is no name; then for each kind the first word of a name and a further one. */
export const labelCount = 1 + 2 * kinds.length

/** No part of a name. */
export const outside = 0

/** The label of a name's first word. */
export function firstOf(kind: Kind): number {
  return 1 + 2 * kinds.indexOf(kind)
}

/** The label of any further word of a name. */
export function furtherOf(kind: Kind): number {
  return firstOf(kind) + 1
}

/** Whether a word may carry `label` right after one that carries `previous`: names begin with their first word. */
export function mayFollow(previous: number, label: number): boolean {
  const isFurther = label > outside && label % 2 === 0
  return !isFurther || previous === label || previous === label - 1
}
