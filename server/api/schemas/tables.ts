import { articleMembers, facetParameter, partMembers, totalMembers } from './common.ts'
import {
  dateOrNothing,
  list,
  object,
  oneOf,
  orNull,
  ref,
  text,
  whole,
  yesOrNo,
  type Schema,
} from '../schema.ts'

const valueWithCount = object('A value.', { id: text(), name: text(), count: whole('Articles.') })

/** What a line of the coverage table tells. */
const rowMembers = {
  total: whole('Articles that the search finds.'),
  ofTotal: whole('Of so many of the outlet in all.'),
  undated: whole('Of those found, without a date.'),
  yearOnly: whole('Of those found, dated to a year alone.'),
  counts: list(whole('Found in the time of a column.')),
  ofCounts: list(whole('Of so many in that time.')),
  gaps: list(
    object('Months in a row without an article of the outlet, between months with some.', {
      from: dateOrNothing('The first month.'),
      to: dateOrNothing('The last one.'),
      months: whole('How many.', 1),
    }),
  ),
}

const standing = {
  facet: facetParameter,
  order: { const: 'log-likelihood' },
  isComplete: yesOrNo('Whether no value that could not be judged may belong among them.'),
  values: list(ref('Companion')),
}

/** Coverage, lists of names, entities and the comparison of outlets. */
export const tableSchemas: Readonly<Record<string, Schema>> = {
  Coverage: object('Outlets by time.', {
    unit: oneOf(['year', 'month'], 'What a column is.'),
    columns: list(dateOrNothing('A year or month.')),
    exact: totalMembers.exact,
    capability: totalMembers.capability,
    together: object('All outlets.', rowMembers),
    outlets: list(object('An outlet.', { id: text(), name: text(), ...rowMembers })),
    outletsInAll: whole('Outlets, in all parts.'),
    ...partMembers,
  }),
  Names: object('A list of names, each searched for.', {
    q: text('The query within which each is searched.'),
    order: oneOf(['typed', 'articles', 'first', 'last'], 'In which order they stand.'),
    leftOut: list(text(), 'Lines that were left out, and why.'),
    notCounted: whole('Names for which the time was up.'),
    names: list(
      object('A name.', {
        line: whole('Of the list.', 1),
        name: text('As typed.'),
        understood: text('In words.'),
        q: text('The whole query.'),
        total: orNull(whole('Articles; null where not counted.')),
        exact: orNull(yesOrNo('Whether that is exact.')),
        capability: orNull(ref('Capability')),
        first: dateOrNothing('Of the first dated article.'),
        last: dateOrNothing('Of the last one.'),
        outlets: list(valueWithCount, 'Those with the most of its articles.'),
        readings: list(ref('Reading')),
        didYouMean: list(ref('DidYouMean')),
        warnings: list(ref('Warning')),
      }),
    ),
  }),
  Entity: object('A person, place, weapon or medium.', {
    facet: facetParameter,
    id: text(),
    name: text(),
    spellings: list(
      object('How articles write it.', { spelling: text(), articles: whole('So many.', 1) }),
    ),
    formerIds: list(text(), 'Ids that were joined with it; their addresses lead here.'),
    listed: orNull(
      object('What the project’s lists say.', {
        file: text(),
        facts: list(object('A fact.', { column: text(), text: text() })),
        names: list(text()),
      }),
    ),
    above: list(ref('Relative'), 'The nearest first.'),
    below: list(ref('Relative'), 'The most frequent first.'),
    parts: list(ref('Appearances'), 'In each way in which articles have it.'),
  }),
  Relative: object('What stands above or below.', {
    facet: facetParameter,
    id: text(),
    name: text(),
    articles: whole('Of the archive.'),
  }),
  Appearances: object('The articles that have an entity in one way.', {
    as: oneOf(['named', 'published', 'cited'], 'In which.'),
    entity: text('Its id.'),
    ...totalMembers,
    first: dateOrNothing('Of the first dated article.'),
    last: dateOrNothing('Of the last one.'),
    years: list(ref('Period')),
    months: list(ref('Period')),
    together: list(
      object(
        'Values that stand with it more often than by chance, the most telling first.',
        standing,
      ),
    ),
    frequent: list(
      object('Values that stand with it most often.', {
        facet: facetParameter,
        order: { const: 'count' },
        values: list(
          object('A value.', {
            id: text(),
            name: text(),
            count: whole('Articles with both.'),
            articles: whole('Articles with it at all.'),
          }),
        ),
      }),
    ),
    latest: list(
      object('An article.', {
        ...articleMembers,
        titleMatches: list(ref('Range')),
        passages: list(ref('Passage')),
      }),
    ),
  }),
  Companion: object('A value that stands with something more often than by chance.', {
    id: text(),
    name: text(),
    count: whole('Articles with both.'),
    articles: whole('Articles with it at all.'),
    lift: { type: 'number', description: 'So many times as often as by chance.' },
  }),
  Comparison: object('Outlets side by side over one search.', {
    q: text(),
    understood: text('The query in words.'),
    warnings: list(ref('Warning')),
    notice: text('What was chosen otherwise than asked; empty for nothing.'),
    together: object('All of them.', { ...totalMembers, texts: whole('Different texts.') }),
    outlets: list(
      object('An outlet.', {
        id: text(),
        name: text(),
        ...totalMembers,
        texts: whole('Different texts among them.'),
        articles: whole('Of the outlet in all.'),
        shared: whole('Texts that another one has too.'),
        years: list(ref('Period')),
        months: list(ref('Period')),
        standingOut: list(object('Values that it has more of than the others.', standing)),
        most: list(
          object('The most frequent values.', {
            facet: facetParameter,
            values: list(valueWithCount),
          }),
        ),
        latest: list(object('An article.', articleMembers)),
      }),
    ),
    offered: list(valueWithCount, 'Outlets that can be compared too.'),
  }),
}
