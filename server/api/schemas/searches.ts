import { facetNames } from '../../../engine/article.ts'
import { articleMembers, facetParameter, partMembers, totalMembers } from './common.ts'
import { list, object, oneOf, orNull, ref, text, whole, yesOrNo, type Schema } from '../schema.ts'

const valueMembers = {
  id: text('`[none]` counts the articles without any value.'),
  name: text(),
  count: whole('Articles that choosing it would leave, or taking its exclusion back would bring.'),
  selected: yesOrNo('Whether the search asks for it.'),
  excluded: yesOrNo('Whether the search excludes it.'),
  broader: list(text(), 'Ids of the values above it, the nearest first.'),
}

/** What searches answer. */
export const searchSchemas: Readonly<Record<string, Schema>> = {
  Search: object('A page of results, with counts of all of them.', {
    q: text('The query as typed.'),
    understood: text('The query in words.'),
    ...totalMembers,
    groups: whole('What can be paged through: articles, or families with `group=family`.'),
    page: whole('From 1.', 1),
    pages: whole('Those that can be reached; exports have everything.'),
    pageSize: whole('The most hits of a page.', 1),
    hits: list(ref('Hit')),
    facets: object(
      'The most frequent values of each facet.',
      Object.fromEntries(facetNames.map((name) => [name, list(ref('FacetCount'))])),
    ),
    timeline: object('Articles over time, whatever `from` and `to` are.', {
      unit: oneOf(['year', 'month', 'day'], 'What is counted by.'),
      counts: list(ref('Period'), 'In date order, without empty periods.'),
    }),
    readings: list(ref('Reading')),
    didYouMean: list(ref('DidYouMean')),
    warnings: list(ref('Warning')),
  }),
  Hit: object('An article as results show it.', {
    ...articleMembers,
    titleMatches: list(ref('Range')),
    url: text('Where it was published, http(s); empty where unknown.'),
    sample: yesOrNo('Whether it is of the sample archive.'),
    passages: list(ref('Passage'), 'Up to three; the beginning, unmarked, without a match.'),
    variants: list(ref('Variant')),
    family: orNull(ref('HitFamily', 'Its near-duplicates, with `group=family`.')),
  }),
  Variant: object('Found under another spelling or name than was typed.', {
    typed: text(),
    found: text('As the article writes it.'),
    name: text('Whom or what both stand for; empty for the same word otherwise written.'),
  }),
  HitFamily: object('The near-duplicates that share a hit.', {
    id: text(),
    articles: whole('All of them.'),
    texts: whole('Different texts among them.'),
    matching: whole('Those that the search finds.'),
    cites: list(
      object('A medium that they cite.', {
        id: text(),
        name: text(),
        articles: whole('How many of them do.'),
      }),
    ),
  }),
  FacetCount: object('A value of a facet.', valueMembers),
  Values: object('Values of a facet among the articles of a search.', {
    facet: facetParameter,
    ...totalMembers,
    total: whole('Values, in all parts.'),
    ...partMembers,
    values: list(
      object('A value of the facet.', {
        ...valueMembers,
        as: text('The spelling that `find` found, where the name is another; else empty.'),
      }),
    ),
  }),
  Suggestions: object('What may be meant by what is being typed.', {
    q: text(),
    suggestions: list(
      object('A saved query, a name or a word.', {
        kind: text('person, place, weapon, outlet, source, word or saved query.'),
        text: text(),
        note: text('What it is, and what choosing it does.'),
        href: text('The page that it leads to.'),
        q: text('As it can be typed; empty for a saved query.'),
      }),
    ),
  }),
}
