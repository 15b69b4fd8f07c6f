import { decodeEntities, type PageDocument } from './dom.ts'
import { readJsonLd, type LinkedArticle } from './json-ld.ts'

/** Names of <meta> elements (property, name or itemprop), the most trustworthy first. */
const metaNames = {
  titles: ['og:title', 'twitter:title', 'parsely-title', 'dc.title', 'citation_title'],
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
    'datepublished',
    'parsely-pub-date',
    'sailthru.date',
    'dc.date.issued',
    'dc.date',
    'dcterms.created',
    'citation_publication_date',
    'pubdate',
    'publishdate',
    'publish-date',
    'date',
  ],
  authors: ['author', 'parsely-author', 'dc.creator', 'citation_author', 'article:author'],
} as const

/** Everything that a page says about itself, the most trustworthy first: JSON-LD, then Open Graph and other <meta>, then its elements. */
export function readPageMetadata(page: PageDocument): LinkedArticle {
  const linked = readJsonLd(page)
  const meta = collectMeta(page)
  const values = (names: readonly string[]) => names.flatMap((name) => meta.get(name) ?? [])
  // Of the authors only one source: another spells the same people differently.
  const byline = metaNames.authors
    .map((name) => meta.get(name) ?? [])
    .find((names) => names.some(isName))
  const authors = linked.authors.some(isName) ? linked.authors : (byline ?? [])
  return {
    titles: [...linked.titles, ...values(metaNames.titles), ...headings(page)].map(decodeEntities),
    outlets: [...linked.outlets, ...values(metaNames.outlets)].map(decodeEntities),
    published: [...linked.published, ...values(metaNames.published), ...times(page)],
    urls: [...canonicalLinks(page), ...values(['og:url']), ...linked.urls],
    authors: authors.filter(isName).map(decodeEntities),
    body: linked.body,
  }
}

function collectMeta(page: PageDocument): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const meta of page.querySelectorAll('meta[content]')) {
    const content = meta.getAttribute('content')?.trim() ?? ''
    const names = ['property', 'name', 'itemprop'].map((attribute) => meta.getAttribute(attribute))
    const name = names.find((given) => given !== null)?.toLowerCase()
    if (content === '' || name === undefined) continue
    found.set(name, [...(found.get(name) ?? []), content])
  }
  return found
}

function headings(page: PageDocument): string[] {
  return ['h1', 'title']
    .map((name) => page.querySelector(name)?.textContent?.trim() ?? '')
    .filter((text) => text !== '')
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

// Open Graph wants a profile's address where others want a name; some give a number or a photo credit.
function isName(author: string): boolean {
  return /\p{L}/u.test(author) && !/^(?:https?:|www\.|@|\()/i.test(author)
}
