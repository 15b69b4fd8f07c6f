import { ownNamesOf } from './names.ts'
import type { Site } from './site.ts'
import type { Naming } from './view-models/describe-correction.ts'

/** The names that corrections are told with; `here` is the article whose page tells them, '' for another page. */
export function namingOf(site: Pick<Site, 'archive'>, here: string): Naming {
  const { archive } = site
  return {
    nameOf: ownNamesOf(site),
    formerNameOf: (facet, id) => archive.nameByArticles(facet, id) ?? id,
    placeOf: (article) => {
      if (article === here) return 'in this article'
      const title = archive.get(article)?.title
      return title === undefined
        ? 'in an article that this archive does not have'
        : `in the article “${title}”`
    },
  }
}
