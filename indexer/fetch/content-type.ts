/** What a Content-Type header says; '' where it says nothing. */
export interface ContentType {
  /** Lower case, without parameters. */
  readonly mediaType: string
  readonly charset: string
}

/** Reads a Content-Type header. */
export function contentType(header: string | undefined): ContentType {
  const [mediaType = '', ...parameters] = (header ?? '').split(';')
  const charset = parameters
    .map((parameter) => /^\s*charset\s*=\s*["']?([\w:.-]+)/i.exec(parameter)?.[1])
    .find((found) => found !== undefined)
  return { mediaType: mediaType.trim().toLowerCase(), charset: charset ?? '' }
}

/** Feeds come as almost any text; pages and PDFs as themselves. */
const readable =
  /^(?:$|text\/|application\/(?:[\w.+-]*(?:xml|json|rss|atom|rdf)|xhtml\+xml|pdf|octet-stream)$)/

/** Whether a document of this type can be a feed or an article at all: no image, sound, film or program is fetched. */
export function isReadable(mediaType: string): boolean {
  return readable.test(mediaType)
}
