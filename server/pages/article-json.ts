import type { RequestHandler } from 'express'
import type { FamilyMember } from '../../engine/archive/family-members.ts'
import { familyOf, type Family } from '../families.ts'
import { findArticle } from '../find-article.ts'
import { withShownNames } from '../shown-names.ts'
import type { Site } from '../site.ts'
import { outsideLink } from '../view-models/links.ts'

/**
 * GET /article/:id.json: the article with its text as cleaned, its facets, where they stand in title and text, how it was dated, what was
 * cleaned away, its near-duplicates and the hashes of its originals. Ranges are UTF-16 units, end exclusive.
 */
export function articleJson({ archive }: Pick<Site, 'archive'>): RequestHandler<{ id: string }> {
  return (request, response) => {
    const stored = findArticle(archive, request.params.id)
    const [article = stored] = withShownNames(archive, [stored])
    const { id, title, outlet, published, dating, authors, language, dateline, text } = article
    const cleaning = archive.cleaning(id)
    response.json({
      ...{ id, title, outlet, published, dating, url: outsideLink(article.url), authors },
      ...{ language, dateline, text, sample: article.sample },
      datesMentioned: article.datesMentioned,
      facets: article.facets,
      family: showFamily(familyOf(archive, article.family)),
      titleFrom: cleaning?.titleFrom ?? 'source',
      removed: cleaning?.removed ?? [],
      record: {
        sequence: article.sequence,
        firstIndexed: article.firstIndexed,
        origin: article.origin,
        sha256: article.originalHash,
        former: archive.formerVersions(id).map(({ originalHash, replaced }) => {
          return { sha256: originalHash, replaced }
        }),
        original: `/article/${id}/original`,
      },
    })
  }
}

/** The members that a page lists too; null for an article that stands alone. */
function showFamily(family: Family | undefined) {
  if (!family) return null
  const { articles, texts } = family.counts
  return { articles, texts, members: family.members.map(showMember) }
}

function showMember({ id, title, outlet, published, textHash, cites }: FamilyMember) {
  return { ...{ id, title, outlet, published, textHash }, cites }
}
