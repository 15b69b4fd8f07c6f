import type { RequestHandler, Response } from 'express'
import { NotFound } from '../error-pages.ts'
import { withShownNames } from '../shown-names.ts'
import type { Site } from '../site.ts'
import { bibtexType, toBibtex } from './bibtex.ts'
import { cslType, toCsl } from './csl.ts'
import { dayOf, referenceOf, type Reference } from './reference.ts'
import { risType, toRis } from './ris.ts'

/** How a reference is downloaded: the ending of its address and file, its media type, and how it is written. */
interface CitationFile {
  readonly ending: string
  readonly type: string
  readonly write: (reference: Reference) => string
}

export const risFile: CitationFile = { ending: 'ris', type: risType, write: toRis }
export const bibtexFile: CitationFile = { ending: 'bib', type: bibtexType, write: toBibtex }
export const cslFile: CitationFile = {
  ending: 'csl.json',
  type: cslType,
  write: (reference) => toCsl([reference]),
}

/** GET /article/:id.ris, .bib and .csl.json: the article's reference as a file for reference managers, accessed today. */
export function citeArticle(
  { archive }: Pick<Site, 'archive'>,
  file: CitationFile,
): RequestHandler<{ id: string }> {
  return (request, response) => {
    const stored = archive.get(request.params.id)
    if (!stored) {
      throw new NotFound(
        'The archive has no such article. It may have been removed since the link was made.',
      )
    }
    const [article = stored] = withShownNames(archive, [stored])
    sendFile(response, `${stored.id}.${file.ending}`, file.type)
    response.end(file.write(referenceOf(article, dayOf(new Date()))))
  }
}

/** The id is the archive's own: letters and digits. */
function sendFile(response: Response, name: string, type: string): void {
  response.setHeader('Content-Type', `${type}; charset=utf-8`)
  response.setHeader('Content-Disposition', `attachment; filename="${name}"`)
}
