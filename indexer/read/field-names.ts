/** What is known about an article, by the names under which sources have it. */
export const fieldNames = {
  id: ['id', 'guid', 'uuid', 'article_id', 'articleid', '_id'],
  url: ['url', 'link', 'weburl', 'web_url', 'permalink', 'article_url', 'source_url', 'uri'],
  title: ['title', 'headline', 'webtitle', 'heading', 'subject'],
  outlet: [
    ...['outlet', 'source', 'publisher', 'publication', 'newspaper', 'journal', 'medium'],
    ...['media', 'source_name', 'site_name', 'sitename', 'site'],
  ],
  published: [
    ...['published', 'date', 'published_at', 'publishedat', 'pubdate', 'pub_date'],
    ...['publication_date', 'date_published', 'datepublished', 'published_date', 'publish_date'],
    ...['webpublicationdate', 'timestamp', 'datetime', 'created_at'],
  ],
  authors: ['authors', 'author', 'byline', 'creator', 'writer', 'by'],
  text: [
    ...['text', 'body', 'content', 'article', 'fulltext', 'full_text', 'article_text', 'maintext'],
    ...['body_text', 'article_body', 'articlebody', 'story', 'content_text', 'description'],
  ],
  language: ['language', 'lang'],
} as const

/** A field of an article that a source may have. */
export type FieldName = keyof typeof fieldNames

export const allFields = Object.freeze([
  'id',
  'url',
  'title',
  'outlet',
  'published',
  'authors',
  'text',
  'language',
] as const)

/** Whether a word is the name of a field. */
export function isFieldName(name: string): name is FieldName {
  return name in fieldNames
}

/** Writes a source's name for a field as it stands in `fieldNames`: "Published At" is published_at. */
export function plainName(name: string): string {
  return name
    .replace(/^\ufeff/, '')
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_')
}

/**
 * Finds the name under which a source has a field, by the order of `fieldNames`; undefined where it has none. `names` maps plain names to
 * the source's own.
 */
export function sourceName(
  names: ReadonlyMap<string, string>,
  field: FieldName,
): string | undefined {
  for (const name of fieldNames[field]) {
    const found = names.get(name)
    if (found !== undefined) return found
  }
  return undefined
}
