import type { FacetName, FacetValue, StoredArticle } from '../../engine/article.ts'
import { facets } from '../facets.ts'
import { number } from './counting.ts'
import { notThis } from './describe-correction.ts'

/** The fields by which a reader corrects one value. */
export interface CorrectForm {
  readonly facet: FacetName
  readonly value: string
  readonly name: string
  /** The article that it stands in; '' where it is corrected for all. */
  readonly article: string
  /** Where to come back to. */
  readonly back: string
  /** `every article (12)` */
  readonly everywhere: string
  /** How articles write it, most frequent first; empty where one of them cannot be set apart. */
  readonly spellings: readonly { readonly text: string; readonly label: string }[]
  /** What can be said of the value. */
  readonly actions: readonly {
    readonly value: string
    readonly label: string
    readonly isChosen: boolean
  }[]
  /** Where names are suggested from. */
  readonly suggest: string
  /** What is wrong with the name, where the form comes back; '' otherwise. */
  readonly problem: string
  readonly note: string
  readonly isEverywhere: boolean
}

/** What was sent already, of a form that comes back. */
export interface SentForm {
  readonly action: string
  readonly note: string
  readonly isEverywhere: boolean
  readonly problem: string
}

const unsent: SentForm = { action: '', note: '', isEverywhere: false, problem: '' }

/** What a form is for. */
interface Corrected {
  readonly facet: FacetName
  readonly value: Pick<FacetValue, 'id' | 'name'>
  /** Articles with it in the whole archive. */
  readonly articles: number
  readonly back: string
  /** Nothing for a form that is new. */
  readonly sent?: SentForm | undefined
}

/** A form for a value wherever it is. */
export function buildCorrectForm({
  facet,
  value,
  articles,
  back,
  sent = unsent,
}: Corrected): CorrectForm {
  const none = notThis(facet)
  return {
    ...{ facet, back, value: value.id, name: value.name, article: '', spellings: [] },
    everywhere: `in every article (${number(articles)})`,
    actions: choicesOf(
      [
        ['reject', none.charAt(0).toUpperCase() + none.slice(1)],
        ['merge', 'Is the same as …'],
        ['rename', 'Is called … everywhere'],
      ],
      sent,
    ),
    problem: sent.problem,
    note: sent.note,
    isEverywhere: sent.isEverywhere,
    suggest: `/facet/${facets[facet].parameter}.json`,
  }
}

/** A form for a value of one article, which may be meant alone. */
export function buildCorrectFormIn(
  article: StoredArticle,
  value: FacetValue,
  corrected: Corrected,
): CorrectForm {
  const counts = spellingsOf(article, value)
  const form = { ...buildCorrectForm(corrected), article: article.id }
  if (counts.length < 2) return form
  const split = choicesOf([['split', 'One spelling is … or stands by itself']], corrected.sent)
  return { ...form, spellings: counts, actions: [...form.actions, ...split] }
}

function choicesOf(
  actions: readonly (readonly [value: string, label: string])[],
  { action } = unsent,
): CorrectForm['actions'] {
  return actions.map(([value, label]) => ({ value, label, isChosen: value === action }))
}

function spellingsOf(article: StoredArticle, { evidence }: FacetValue): CorrectForm['spellings'] {
  const counts = new Map<string, number>()
  for (const { field, start, end } of evidence) {
    const spelling = article[field].slice(start, end).replace(/\s+/g, ' ')
    counts.set(spelling, (counts.get(spelling) ?? 0) + 1)
  }
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .map(([text, count]) => ({ text, label: `${text} (${count})` }))
}
