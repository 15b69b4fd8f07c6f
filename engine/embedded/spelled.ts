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

/** The different forms in a field, and the marks of its spellings. */
export function spellingsOf(
  field: TextField,
  { terms, forms }: TokenStream,
): { readonly forms: readonly string[]; readonly marks: readonly string[] } {
  const termOf = new Map<string, string>()
  for (let i = 0; i < forms.length; i++) {
    const form = forms[i] ?? ''
    if (!termOf.has(form)) termOf.set(form, terms[i] ?? '')
  }
  const marks = new Set<string>()
  for (const [form, term] of termOf) {
    if (form === term) continue
    marks.add(formMark(field, form))
    if (termOf.get(term) !== term) marks.add(inflectedMark(field, term))
  }
  return { forms: [...termOf.keys()], marks: [...marks] }
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
