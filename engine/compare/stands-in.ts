import { textFields, type Article, type TextField } from '../article.ts'
import { facetIds } from '../facet-ids.ts'
import type { Alternative, Plan } from '../query/plan.ts'
import { analyse, type TokenStream } from '../text/analyse.ts'
import { isNear } from './near.ts'

/** The nodes of a plan that ask for words in a text. */
export type WordPlan = Extract<Plan, { readonly kind: 'words' | 'prefix' | 'near' }>

/** An article to compare; each field is analysed once, when first asked for. */
export interface ComparedArticle {
  readonly article: Article
  readonly stream: (field: TextField) => TokenStream
}

/** Prepares an article for comparing it with any number of plans. */
export function comparedArticle(article: Article): ComparedArticle {
  const streams = new Map<TextField, TokenStream>()
  const stream = (field: TextField) => {
    const known = streams.get(field) ?? analyse(article[field])
    streams.set(field, known)
    return known
  }
  return { article, stream }
}

/**
 * Whether the words that a node of a plan asks for stand in an article: its text is read word by word, so the answer is exact where
 * an index can only name candidates.
 */
export function standsIn(compared: ComparedArticle, plan: WordPlan): boolean {
  const fields = plan.field === undefined ? textFields : [plan.field]
  return fields.some((field) => standsInField(compared, plan, field))
}

function standsInField(compared: ComparedArticle, plan: WordPlan, field: TextField): boolean {
  switch (plan.kind) {
    case 'words':
      return plan.alternatives.some(
        (each) => isCarried(compared, each) && startsOf(each, compared.stream(field)).length > 0,
      )
    case 'prefix':
      return compared
        .stream(field)
        .terms.some(
          (term) =>
            (plan.prefix !== '' && term.startsWith(plan.prefix)) || plan.terms.includes(term),
        )
    case 'near':
      return isNear(
        plan.operands.map((alternatives) => spansOf(compared, alternatives, field)),
        plan.distance,
      )
  }
}

/** Whether the article has a value that makes an alternative stand for what was typed. */
function isCarried({ article }: ComparedArticle, { among }: Alternative): boolean {
  if (!among) return true
  const ids = facetIds(article, among.facet)
  return among.ids.some((id) => ids.includes(id))
}

function spansOf(
  compared: ComparedArticle,
  alternatives: readonly Alternative[],
  field: TextField,
): { readonly start: number; readonly end: number }[] {
  const spans = alternatives
    .filter((each) => isCarried(compared, each))
    .flatMap((each) =>
      startsOf(each, compared.stream(field)).map((start) => ({
        start,
        end: start + each.terms.length,
      })),
    )
  return spans.sort((a, b) => a.start - b.start || a.end - b.end)
}

/** The positions at which an alternative begins. */
function startsOf(alternative: Alternative, stream: TokenStream): number[] {
  const { terms, open } = alternative
  const first = open && terms.length === 1 ? undefined : terms[0]
  const starts: number[] = []
  for (let at = nextStart(stream, first, 0); at >= 0; at = nextStart(stream, first, at + 1)) {
    if (standsAt(alternative, stream, at)) starts.push(at)
  }
  return starts
}

/** Where a term stands next, or any at all for undefined; -1 at the end. */
function nextStart({ terms }: TokenStream, term: string | undefined, from: number): number {
  if (term !== undefined) return terms.indexOf(term, from)
  return from < terms.length ? from : -1
}

function standsAt({ terms, forms, open }: Alternative, stream: TokenStream, at: number): boolean {
  const last = open ? terms.length - 1 : terms.length
  return (
    terms.every((term, i) =>
      i < last ? stream.terms[at + i] === term : stream.terms[at + i]?.startsWith(term),
    ) &&
    (forms?.every((form, i) => stream.forms[at + i] === form) ?? true)
  )
}
