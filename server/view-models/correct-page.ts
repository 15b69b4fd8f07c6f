import type { Meant } from '../corrections/read-meant.ts'
import {
  buildCorrectForm,
  buildCorrectFormIn,
  type CorrectForm,
  type SentForm,
} from './correct-form.ts'
import { buildLayout, type Layout } from './layout.ts'
import { shownTitle } from './shown-title.ts'

/** The page of the form for one value, for readers without script; with script its form opens beside the value. */
export interface CorrectPage {
  readonly layout: Layout
  readonly heading: string
  readonly form: CorrectForm
  /** The title of the article that the value stands in; '' where it is corrected for all. */
  readonly articleTitle: string
  readonly back: string
}

/** `articles` have the value in the whole archive; `sent` is what a form that comes back had. */
export function buildCorrectPage(meant: Meant, articles: number, sent?: SentForm): CorrectPage {
  const { facet, value, article, back } = meant
  const corrected = { facet: facet.name, value, articles, back, sent }
  const inArticle = article?.facets[facet.name].find(({ id }) => id === value.id)
  return {
    layout: buildLayout(`Correct ${value.name}`, 'corrections'),
    heading: `Correct “${value.name}”`,
    form:
      article && inArticle
        ? buildCorrectFormIn(article, inArticle, corrected)
        : buildCorrectForm(corrected),
    articleTitle: article ? shownTitle(article.title) : '',
    back,
  }
}
