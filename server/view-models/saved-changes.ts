import type { Archive } from '../../engine/archive/archive.ts'
import type { Fingerprint } from '../../engine/archive/fingerprints.ts'
import type { Changes } from '../records/changes-desk.ts'
import type { Differences } from '../records/compare-record.ts'
import { whyFound, whyGone } from '../records/why-changed.ts'
import { showDate } from '../show-date.ts'
import { counted } from './counting.ts'

/** The lists of what became of what a saved query found, as its page's address calls them; '' stands for the beginning of each. */
export const changeLists = ['', 'new', 'found', 'gone', 'reclassified', 'rewritten'] as const
export type ChangeList = (typeof changeLists)[number]

/** One list, or the part of it that a page shows. */
export interface ListedChanges {
  readonly name: Exclude<ChangeList, ''>
  readonly heading: string
  readonly explanation: string
  readonly total: number
  readonly articles: readonly ChangedArticle[]
  /** Of the part shown; '' where that is all. */
  readonly part: string
  readonly page: number
  readonly pages: number
}

export interface ChangedArticle {
  readonly id: string
  /** '' where the archive no longer has it. */
  readonly title: string
  readonly outlet: string
  readonly published: string
  readonly publishedShown: string
  /** What is known of the reason; '' where the list says it. */
  readonly why: string
}

const onPage = 25
const atFirst = 10

interface Declared {
  readonly name: Exclude<ChangeList, ''>
  readonly heading: string
  readonly explanation: string
  readonly articles: (differences: Differences) => readonly Fingerprint[]
}

const declared: readonly Declared[] = [
  {
    name: 'new',
    heading: 'New',
    explanation: 'First indexed since.',
    articles: ({ fresh }) => fresh,
  },
  {
    name: 'found',
    heading: 'Also found now',
    explanation: 'In the archive before, but not found then.',
    articles: ({ foundToo }) => foundToo,
  },
  {
    name: 'gone',
    heading: 'Gone',
    explanation: 'Found then, and not now.',
    articles: ({ gone }) => gone,
  },
  {
    name: 'reclassified',
    heading: 'Re-classified',
    explanation:
      'Found then and now, but the people, places, weapons, outlet or sources of it are others.',
    articles: ({ reclassified }) => reclassified,
  },
  {
    name: 'rewritten',
    heading: 'Text changed',
    explanation: 'Found then and now, but title, outlet, date, address or text became another.',
    articles: ({ rewritten }) => rewritten,
  },
]

/** The lists that hold anything, each from its beginning; or a page of the one that is asked for. */
export function listChanges(
  archive: Archive,
  changes: Changes,
  { list, page }: { readonly list: ChangeList; readonly page: number },
): ListedChanges[] {
  return declared
    .filter(({ name }) => list === '' || name === list)
    .map((each) => showList(archive, changes, each, list === '' ? undefined : page))
    .filter(({ total }) => total > 0)
}

/** How many articles each list holds, by its name. */
export function countChanges({ differences }: Changes): Record<string, number> {
  return Object.fromEntries(
    declared.map(({ name, articles }) => [name, articles(differences).length]),
  )
}

function showList(
  archive: Archive,
  changes: Changes,
  { name, heading, explanation, articles }: Declared,
  page: number | undefined,
): ListedChanges {
  const all = articles(changes.differences)
  const size = page === undefined ? atFirst : onPage
  const pages = Math.max(1, Math.ceil(all.length / size))
  const start = ((page ?? 1) - 1) * size
  const chosen = all.slice(start, start + size)
  return {
    ...{ name, heading, explanation, pages },
    total: all.length,
    page: page ?? 1,
    part: chosen.length === all.length ? '' : partOf(start, chosen.length, all.length),
    articles: chosen.map((article) =>
      showArticle(archive, article, whyOf(name, archive, changes, article)),
    ),
  }
}

function partOf(start: number, shown: number, total: number): string {
  return shown === 0
    ? `There are ${counted(total, 'article')} only`
    : `${start + 1} to ${start + shown} of ${counted(total, 'article')}`
}

function whyOf(
  name: Declared['name'],
  archive: Archive,
  { changed }: Changes,
  article: Fingerprint,
): string {
  if (name === 'gone') return whyGone(archive, article)
  return name === 'found' ? whyFound(changed.has(article.sequence)) : ''
}

function showArticle(archive: Archive, { id }: Fingerprint, why: string): ChangedArticle {
  const article = archive.get(id)
  const { title, outlet, published } = article ?? { title: '', outlet: '', published: '' }
  return { id, title, outlet, published, publishedShown: showDate(published), why }
}
