import type { FormerVersion } from '../../engine/archive/archive-originals.ts'
import type { Cleaning, Dating, MentionedDate, StoredArticle } from '../../engine/article.ts'
import { hasFacets, languageName } from '../../engine/languages.ts'
import { showDate, showMoment } from '../show-date.ts'
import { counted } from './counting.ts'

/** What the archive keeps beside an article. */
export interface Kept {
  readonly cleaning: Cleaning
  readonly former: readonly FormerVersion[]
}

/** Where an article comes from and what was done to its text, as its page prints it. */
export interface Provenance {
  readonly firstIndexed: string
  readonly origin: string
  readonly hash: string
  readonly originalHref: string
  /** For admins. */
  readonly removeHref: string
  /** How the date was found, where a reader has to know it at once; '' where the source says it. */
  readonly dating: string
  /** How the date was found and how sure it is; '' for an undated article. */
  readonly dated: string
  /** Where the title is from; '' where the source gives it. */
  readonly title: string
  /** In English, or that it is not determined. */
  readonly language: string
  /** Why the article has no facets but its outlet; '' where it is read for them. */
  readonly withoutFacets: string
  /** `3 pieces cleaned away`; '' where nothing was. */
  readonly removedLabel: string
  readonly removed: readonly { readonly step: string; readonly text: string }[]
  readonly former: readonly { readonly hash: string; readonly replaced: string }[]
  /** Dates that the text names, each day once, with how the text writes it first. */
  readonly dates: readonly { readonly date: string; readonly shown: string; readonly as: string }[]
}

export function buildProvenance(article: StoredArticle, { cleaning, former }: Kept): Provenance {
  const { removed } = cleaning
  return {
    firstIndexed: showMoment(article.firstIndexed),
    origin: article.origin,
    hash: article.originalHash,
    originalHref: `/article/${article.id}/original`,
    removeHref: `/article/${article.id}/remove`,
    dating: article.published === '' ? '' : datingWords(article.dating),
    dated: article.published === '' ? '' : datedWords(article.dating),
    title: titleWords[cleaning.titleFrom],
    language: languageName(article.language) || 'not determined',
    withoutFacets: hasFacets(article.language)
      ? ''
      : `People, places, weapons and cited media are found in English texts only; this article is in ${languageName(article.language)}.`,
    removedLabel: removed.length === 0 ? '' : `${counted(removed.length, 'piece')} cleaned away`,
    removed: removed.map(({ step, text }) => ({ step, text: text.trim() })),
    former: former.map(({ originalHash, replaced }) => ({
      hash: originalHash,
      replaced: showMoment(replaced),
    })),
    dates: datesOf(article),
  }
}

const titleWords: Readonly<Record<Cleaning['titleFrom'], string>> = {
  source: '',
  'first line': 'the first line of the text',
  'first sentence': 'made of the first sentence, because the source has no headline',
}

const sourceWords: Readonly<Record<Dating['from'], string>> = {
  metadata: '',
  address: 'from its address',
  dateline: 'from the dateline',
  byline: 'from its date line',
  text: 'from the text',
  unknown: '',
}

const surenessWords: Readonly<Record<Dating['sureness'], string>> = {
  sure: '',
  likely: '',
  guessed: 'guessed ',
}

function datingWords({ from, sureness }: Dating): string {
  const source = sourceWords[from]
  return source === '' && sureness === 'guessed'
    ? 'in doubt'
    : `${surenessWords[sureness]}${source}`.trim()
}

const grades: Readonly<Record<Dating['sureness'], string>> = {
  sure: 'confirmed by a second source',
  likely: 'from one source alone',
  guessed: 'in doubt: it can be read in two ways, or something speaks against it',
}

function datedWords({ from, sureness }: Dating): string {
  const source = from === 'metadata' ? 'as the source says' : sourceWords[from]
  return source === '' ? grades[sureness] : `${source}, ${grades[sureness]}`
}

function datesOf({ text, datesMentioned }: StoredArticle): Provenance['dates'] {
  const first = new Map<string, MentionedDate>()
  for (const mention of datesMentioned)
    if (!first.has(mention.date)) first.set(mention.date, mention)
  return [...first.values()]
    .toSorted((a, b) => (a.date < b.date ? -1 : 1))
    .map(({ date, start, end }) => ({
      date,
      shown: showDate(date),
      as: text.slice(start, end).replace(/\s+/g, ' '),
    }))
}
