import type { TextField } from '../article.ts'
import { textFields } from '../article.ts'
import type { Alternative } from '../query/plan.ts'
import type { TokenStream } from '../text/analyse.ts'
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

/** The marks of the spellings in a field. */
export function spellingMarks(field: TextField, { terms, forms }: TokenStream): string[] {
  const asThemselves = new Set<string>()
  const inflected = new Map<string, string>()
  for (const [i, form] of forms.entries()) {
    const term = terms[i] ?? ''
    if (form === term) asThemselves.add(term)
    else inflected.set(form, term)
  }
  const marks: string[] = []
  const absent = new Set<string>()
  for (const [form, term] of inflected) {
    marks.push(formMark(field, form))
    if (!asThemselves.has(term)) absent.add(term)
  }
  for (const term of absent) marks.push(inflectedMark(field, term))
  return marks
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
