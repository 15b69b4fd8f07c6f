import { extname } from 'node:path'

/** How a file is read. */
export type FileKind =
  | 'text'
  | 'page'
  | 'markdown'
  | 'lines'
  | 'json'
  | 'table'
  | 'feed'
  | 'web archive'
  | 'web archive collection'
  | 'mail'
  | 'mailbox'
  | 'pdf'

/** One row of the table of what is read: `--help`, the README and the readers go by it. */
export interface SourceKind {
  readonly kind: FileKind
  readonly endings: readonly string[]
  /** What `--format` calls it. */
  readonly format: string
  /** What one article is. */
  readonly article: string
  /** What is known about an article. */
  readonly known: string
}

/** Every kind of file that is read, in the order in which it is told. All but .wacz may be compressed: page.html.gz, dump.jsonl.zst. */
export const sourceKinds: readonly SourceKind[] = [
  {
    kind: 'text',
    endings: ['.txt'],
    format: 'txt',
    article: 'a file: the headline first, then the text',
    known:
      'lines title: …, outlet: …, url: …, published: …, authors: … on top, ended by an empty line',
  },
  {
    kind: 'page',
    endings: ['.html', '.htm', '.xhtml'],
    format: 'html',
    article: 'a saved page; the article is found in it',
    known: "the page's JSON-LD, Open Graph, meta and time elements",
  },
  {
    kind: 'markdown',
    endings: ['.md', '.markdown'],
    format: 'md',
    article: 'a file; its first heading is the headline',
    known: 'front matter between --- lines: title, date, outlet, url, authors, id, lang',
  },
  {
    kind: 'lines',
    endings: ['.jsonl', '.ndjson'],
    format: 'jsonl',
    article: 'a line: a JSON object with text',
    known: 'title, outlet, published, url, authors (text or list), id, language',
  },
  {
    kind: 'json',
    endings: ['.json'],
    format: 'json',
    article: 'the object in the file, each of an array of them, or of the array in it',
    known: 'as .jsonl; a JSON Feed as a feed',
  },
  {
    kind: 'table',
    endings: ['.csv', '.tsv'],
    format: 'csv',
    article: 'a row; the first one names the columns',
    known:
      'columns of the names above and common others (headline, body, source, date), or --columns',
  },
  {
    kind: 'feed',
    endings: ['.xml', '.rss', '.atom'],
    format: 'feed',
    article: 'an entry of an RSS or Atom feed',
    known: 'what the feed tells: title, link, date, authors, id',
  },
  {
    kind: 'web archive',
    endings: ['.warc'],
    format: 'warc',
    article: 'a page or PDF that a crawler fetched',
    known: 'as .html and .pdf, and its address; the day of the crawl is no date of publication',
  },
  {
    kind: 'web archive collection',
    endings: ['.wacz'],
    format: 'wacz',
    article: 'a page or PDF of any web archive in it',
    known: 'as .warc',
  },
  {
    kind: 'mail',
    endings: ['.eml'],
    format: 'eml',
    article: 'a message without its attachments',
    known: 'subject, date, the list or newsletter that sent it, else who wrote it, message id',
  },
  {
    kind: 'mailbox',
    endings: ['.mbox'],
    format: 'mbox',
    article: 'a message',
    known: 'as .eml',
  },
  {
    kind: 'pdf',
    endings: ['.pdf'],
    format: 'pdf',
    article: 'a document that has a text layer; scans need OCR first',
    known: "the document's title, authors and subject",
  },
]

/** How a file is compressed. */
export type Packing = 'none' | 'gzip' | 'zstd'

const packings = new Map<string, Packing>([
  ['.gz', 'gzip'],
  ['.zst', 'zstd'],
])

/** What a file's name says about it; undefined for a kind of file that is not read. */
export function kindOfName(
  name: string,
): { readonly kind: FileKind; readonly packing: Packing } | undefined {
  const last = extname(name).toLowerCase()
  const packing = packings.get(last) ?? 'none'
  const ending = packing === 'none' ? last : extname(name.slice(0, -last.length)).toLowerCase()
  const found = sourceKinds.find(({ endings }) => endings.includes(ending))
  // A collection is a zip file, which has to be read from its end.
  if (!found || (found.kind === 'web archive collection' && packing !== 'none')) return undefined
  return { kind: found.kind, packing }
}

/** The ending that decides how a file is read, with that of its compression. */
export function endingOf(name: string): string {
  const last = extname(name).toLowerCase()
  if (!packings.has(last)) return last === '' ? 'no ending' : last
  return extname(name.slice(0, -last.length)).toLowerCase() + last
}

/** The kind that `--format` names, be it by its usual name or one of its endings; undefined where there is none. */
export function kindOfFormat(format: string): FileKind | undefined {
  const ending = `.${format.toLowerCase().replace(/^\./, '')}`
  return sourceKinds.find((kind) => `.${kind.format}` === ending || kind.endings.includes(ending))
    ?.kind
}
