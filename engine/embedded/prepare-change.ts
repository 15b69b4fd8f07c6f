import type { Archive, Change } from '../archive/archive.ts'
import { facetNames, type FacetName, type StoredArticle } from '../article.ts'
import { facetIds } from '../facet-ids.ts'
import { textsRead, wordsOf } from '../text/words.ts'
import { dateMarks, everyArticle, languageMarks } from './marks.ts'
import { packDate } from './packed-date.ts'
import { spellingMarks } from './spelled.ts'
import { tokenSeparator } from './tokenizer.ts'

/** A change as the index stores it, but for the numbers that only the index knows; plain enough to go from thread to thread. */
export interface PreparedChange {
  readonly number: number
  readonly mark: number
  readonly sequence: number
  /** Undefined for a removed article. */
  readonly article: PreparedArticle | undefined
}

/** What the index stores of an article. Tokens have `tokenSeparator` between them. */
export interface PreparedArticle {
  readonly title: string
  readonly text: string
  readonly spellings: string
  /** The marks of everything but facet values. */
  readonly marks: string
  /** For the vocabulary: each form of the changes prepared in one go comes with the first article that has it, if not more often. */
  readonly forms: readonly string[]
  /** Ids, in the order of `facetNames`. */
  readonly values: readonly (readonly string[])[]
  /** As `packDate` gives it. */
  readonly date: number
  readonly family: string
}

/** Read at once; one article has 16 MB at most. */
const step = 25

/** The changes of an archive after one of them, in their order and prepared, also those that are made meanwhile. */
export function* preparedChanges(
  archive: Archive,
  after: number,
): Generator<readonly PreparedChange[], void> {
  const since = textsRead()
  for (let last = after; ;) {
    const changes = archive.changes(last, step)
    const next = changes.at(-1)?.number
    if (next === undefined) return
    yield changes.map((change) => prepareChange(change, since))
    last = next
  }
}

/** Analyses the articles of changes. Most of the work of indexing. */
export function prepareChanges(changes: readonly Change[]): PreparedChange[] {
  const since = textsRead()
  return changes.map((change) => prepareChange(change, since))
}

function prepareChange({ number, mark, sequence, article }: Change, since: number): PreparedChange {
  return { number, mark, sequence, article: article && prepareArticle(article, since) }
}

function prepareArticle(article: StoredArticle, since: number): PreparedArticle {
  const [title, text] = [wordsOf(article.title, since), wordsOf(article.text, since)]
  const spellings = [...spellingMarks('title', title.words), ...spellingMarks('text', text.words)]
  const marks = [everyArticle, ...languageMarks(article.language), ...dateMarks(article.published)]
  return {
    title: title.terms.join(tokenSeparator),
    text: text.terms.join(tokenSeparator),
    spellings: spellings.join(tokenSeparator),
    marks: marks.join(tokenSeparator),
    forms: [...title.fresh, ...text.fresh].map(({ form }) => form),
    values: facetNames.map((facet: FacetName) => facetIds(article, facet)),
    date: packDate(article.published),
    family: article.family,
  }
}
