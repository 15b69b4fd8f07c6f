import { decodeEntities, type PageDocument } from './dom.ts'
import type { Headlines } from './headline.ts'
import { readJsonLd } from './json-ld.ts'
import { printedAuthors } from './printed-authors.ts'
import { namesakesFirst } from './site-name.ts'

/** What a page says about its article; lists are empty and texts '' where it says nothing. The most trustworthy comes first. */
export interface PageMetadata {
  readonly headlines: Headlines
  readonly outlets: readonly string[]
  readonly published: readonly string[]
  /** When it was changed last: no earlier than published, and better than nothing. */
  readonly changed: readonly string[]
  readonly urls: readonly string[]
  readonly authors: readonly string[]
  readonly description: string
  /** The article's text, as the page tells it to machines. */
  readonly body: string
  /** Whether the page calls itself an article. */
  readonly isDeclared: boolean
}

/** Names of <meta> elements (property, name or itemprop), the most trustworthy first. */
const metaNames = {
  titles: [
    'og:title',
    'twitter:title',
    'parsely-title',
    'sailthru.title',
    'dc.title',
    'citation_title',
  ],
  outlets: [
    'og:site_name',
    'application-name',
    'dc.publisher',
    'publisher',
    'citation_journal_title',
  ],
  published: [
    'article:published_time',
    'og:article:published_time',
    'article:published',
    'datepublished',
    'parsely-pub-date',
    'sailthru.date',
    'cxenseparse:recs:publishtime',
    'dc.date.issued',
    'dcterms.issued',
    'dc.date',
    'dcterms.created',
    'dc.date.created',
    'citation_publication_date',
    'pubdate',
    'publishdate',
    'publish-date',
    'publish_date',
    'publication_date',
    'date.created',
    'originalpublicationdate',
    'article.published',
    'date',
  ],
  changed: ['article:modified_time', 'datemodified', 'og:updated_time', 'last-modified'],
  authors: [
    'author',
    'parsely-author',
    'sailthru.author',
    'dc.creator',
    'citation_author',
    'article:author',
    'byl',
  ],
  descriptions: ['og:description', 'description', 'twitter:description'],
} as const

/** Everything that a page says about itself: JSON-LD first, then Open Graph and other <meta>, then its elements. */
export function readPageMetadata(page: PageDocument): PageMetadata {
  const linked = readJsonLd(page)
  const meta = collectMeta(page)
  const values = (names: readonly string[]) =>
    names.flatMap((name) => meta.get(name) ?? []).map(decodeEntities)
  const urls = [...canonicalLinks(page), ...values(['og:url']), ...linked.urls]
  const outlets = namesakesFirst(
    [...linked.outlets.map(decodeEntities), ...values(metaNames.outlets)],
    urls,
  )
  const headlines = {
    linked: linked.titles.map(decodeEntities),
    shared: values(metaNames.titles),
    headings: textsOf(page, 'h1'),
    page: textsOf(page, 'title')[0] ?? '',
    outlets,
  }
  // Of the authors only one source: another spells the same people differently.
  const authors = [
    linked.authors.map(decodeEntities),
    ...metaNames.authors.map((name) => values([name])),
    printedAuthors(page),
  ].map((names) => names.filter(isName))
  return {
    headlines,
    outlets,
    published: [...linked.published, ...values(metaNames.published), ...times(page)],
    changed: [...linked.changed, ...values(metaNames.changed)],
    urls,
    authors: authors.find((names) => names.length > 0) ?? [],
    description: [...values(metaNames.descriptions), ...linked.descriptions][0] ?? '',
    body: linked.body,
    isDeclared: linked.isFound || meta.get('og:type')?.[0] === 'article',
  }
}

/** More authors than any article has, and longer than any description. */
const mostOfAName = 50
const longestContent = 2_000

function collectMeta(page: PageDocument): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const meta of page.querySelectorAll('meta[content]')) {
    const content = meta.getAttribute('content')?.slice(0, longestContent).trim() ?? ''
    const names = ['property', 'name', 'itemprop'].map((attribute) => meta.getAttribute(attribute))
    const name = names.find((given) => given !== null)?.toLowerCase()
    if (content !== '' && name !== undefined) add(found, name, content)
  }
  return found
}

function add(found: Map<string, string[]>, name: string, content: string): void {
  const contents = found.get(name) ?? []
  if (contents.length < mostOfAName) contents.push(content)
  found.set(name, contents)
}

function textsOf(page: PageDocument, selector: string): string[] {
  return Array.from(page.querySelectorAll(selector), ({ textContent }) =>
    (textContent ?? '').slice(0, longestContent).replace(/\s+/g, ' ').trim(),
  ).filter((text) => text !== '')
}

// The first <time> of a page is its date line; later ones belong to comments and other stories.
function times(page: PageDocument): string[] {
  const time =
    page.querySelector('time[itemprop="datePublished"], time[pubdate]') ??
    page.querySelector('article time, main time, time')
  if (!time) return []
  return [time.getAttribute('datetime') ?? '', time.textContent ?? ''].filter((text) => text !== '')
}

function canonicalLinks(page: PageDocument): string[] {
  const link = page.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? ''
  return link === '' ? [] : [link]
}

/** Longer ones are biographies. */
const longestName = 120

// Open Graph wants a profile's address where others want a name; some give a number or a photo credit.
function isName(author: string): boolean {
  return (
    /\p{L}/u.test(author) &&
    author.length <= longestName &&
    !/^(?:https?:|www\.|@|\()/i.test(author)
  )
}
