import { naturalName, type AuthorName } from '../citations/author-name.ts'
import type { Reference } from '../citations/reference.ts'
import { citationStyles } from '../citations/styles.ts'

/** How an article is cited, and by what reference managers read it from its page. */
export interface Citing {
  readonly styles: readonly {
    readonly id: string
    readonly label: string
    readonly text: string
  }[]
  readonly files: readonly { readonly label: string; readonly href: string }[]
  /** Metadata of Highwire, Dublin Core and PRISM, as Zotero's translator “Embedded Metadata” reads them. */
  readonly meta: readonly Meta[]
  /** An OpenURL context object (Z39.88-2004) for COinS. */
  readonly coins: string
}

interface Meta {
  readonly name: string
  readonly content: string
}

/** The files of a reference, by the endings of their addresses. */
const files = [
  ['RIS', 'ris'],
  ['BibTeX', 'bib'],
  ['CSL-JSON', 'csl.json'],
] as const

export function buildCiting(reference: Reference): Citing {
  return {
    styles: citationStyles.map(({ id, label, cite }) => ({ id, label, text: cite(reference) })),
    files: files.map(([label, ending]) => ({
      label,
      href: `/article/${reference.id}.${ending}`,
    })),
    meta: metaOf(reference),
    coins: coinsOf(reference),
  }
}

function metaOf({ title, authors, outlet, published, url, language }: Reference): Meta[] {
  const names = authors.map(sortName)
  const day = joinDate(published, '-')
  const tags: readonly (readonly [name: string, content: string])[] = [
    ['citation_title', title],
    ...names.map((name) => ['citation_author', name] as const),
    ['citation_publication_date', joinDate(published, '/')],
    ['citation_journal_title', outlet],
    ['citation_public_url', url],
    ['citation_language', language],
    // Without it, Zotero takes whatever has a title for an article of a journal.
    ['z.itemType', 'newspaperArticle'],
    ['DC.title', title],
    ...names.map((name) => ['DC.creator', name] as const),
    ['DC.date', day],
    ['DC.publisher', outlet],
    ['DC.identifier', url],
    ['DC.language', language],
    ['prism.publicationName', outlet],
  ]
  return tags.map(([name, content]) => ({ name, content })).filter(({ content }) => content !== '')
}

function coinsOf({ title, authors, outlet, published, url, language }: Reference): string {
  const fields: readonly (readonly [name: string, value: string])[] = [
    ['rft.type', 'newspaperArticle'],
    ['rft.title', title],
    ...authors.map((name) => ['rft.creator', naturalName(name)] as const),
    ['rft.source', outlet],
    ['rft.date', joinDate(published, '-')],
    ['rft.identifier', url],
    ['rft.language', language],
  ]
  const context = new URLSearchParams({
    ctx_ver: 'Z39.88-2004',
    rft_val_fmt: 'info:ofi/fmt:kev:mtx:dc',
  })
  for (const [name, value] of fields) if (value !== '') context.append(name, value)
  return context.toString()
}

/** `Family, Given`, as both kinds of metadata have it. */
function sortName(name: AuthorName): string {
  if ('literal' in name) return name.literal
  return [name.family, name.suffix, name.given].filter((part) => part !== '').join(', ')
}

function joinDate(parts: readonly number[], sign: '-' | '/'): string {
  return parts.map((part, nth) => String(part).padStart(nth === 0 ? 4 : 2, '0')).join(sign)
}
