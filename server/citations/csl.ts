import type { AuthorName } from './author-name.ts'
import type { Reference } from './reference.ts'

/** The media type of CSL-JSON. */
export const cslType = 'application/vnd.citationstyles.csl+json'

/** An item of CSL-JSON, without the variables that are unknown. */
export type CslItem = Readonly<Record<string, unknown>>

/** A reference as an item of CSL-JSON (type `article-newspaper`). */
export function toCslItem(reference: Reference): CslItem {
  const { id, title, authors, outlet, published, url, language, accessed } = reference
  const item = {
    id,
    type: 'article-newspaper',
    title,
    author: authors.map(cslName),
    'container-title': outlet,
    issued: cslDate(published),
    URL: url,
    accessed: cslDate(accessed),
    language,
    archive: 'Dateline',
    archive_location: id,
  }
  return Object.fromEntries(Object.entries(item).filter(([, value]) => isKnown(value)))
}

/** References as a CSL-JSON document. */
export function toCsl(references: readonly Reference[]): string {
  return `${JSON.stringify(references.map(toCslItem), null, 2)}\n`
}

function cslName(name: AuthorName) {
  if ('literal' in name) return name
  const { family, given, suffix } = name
  return suffix === '' ? { family, given } : { family, given, suffix }
}

function cslDate(parts: readonly number[]) {
  return parts.length === 0 ? '' : { 'date-parts': [parts] }
}

function isKnown(value: unknown): boolean {
  return value !== '' && !(Array.isArray(value) && value.length === 0)
}
