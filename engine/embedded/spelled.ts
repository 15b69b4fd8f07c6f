import type { TextField } from '../article.ts'
import { textFields } from '../article.ts'
import type { Alternative } from '../query/plan.ts'
import type { Word } from '../text/read-tokens.ts'
import type { Leaf } from './normal.ts'

/*
 * Spellings are indexed as what they differ in: one mark for a form that is not its term, one for a term that never stands as itself.
 * The other words, more than half, cost nothing.
 */

/** Carried by an article whose field has a form other than its term. */
export const formMark = (field: TextField, form: string) =>
  `${field === 'title' ? 't' : 'x'}=${form}`

/** Carried by an article whose field has a term in other forms only. */
export const inflectedMark = (field: TextField, term: string) =>
  `${field === 'title' ? 't' : 'x'}-${term}`

/** The marks of the words of a field. */
export function spellingMarks(field: TextField, words: readonly Word[]): readonly string[] {
  const inflected = words.filter(({ form, term }) => form !== term)
  if (inflected.length === 0) return []
  const asThemselves = new Set<string>()
  for (const { form, term } of words) if (form === term) asThemselves.add(term)
  const marks = new Set<string>()
  for (const { form, term } of inflected) {
    marks.add(formMark(field, form))
    if (!asThemselves.has(term)) marks.add(inflectedMark(field, term))
  }
  return [...marks]
}

/** Whether a leaf asks for spellings, which the expression of FTS5 leaves aside. */
export function isSpelled(leaf: Leaf): leaf is Extract<Leaf, { readonly kind: 'words' | 'near' }> {
  if (leaf.kind === 'words') return leaf.alternatives.some(hasForms)
  return leaf.kind === 'near' && leaf.operands.flat().some(hasForms)
}

export const hasForms = ({ forms }: Alternative) => forms !== undefined

/** The fields that a leaf is looked for in. */
export const fieldsOf = (field: TextField | undefined): readonly TextField[] =>
  field === undefined ? textFields : [field]
