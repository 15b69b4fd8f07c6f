import { facetTable } from '../../facets.ts'
import {
  dateOrNothing,
  list,
  object,
  oneOf,
  ref,
  text,
  whole,
  yesOrNo,
  type Schema,
} from '../schema.ts'

/** The parameter of a facet, by which every answer calls it. */
export const facetParameter: Schema = oneOf(
  facetTable.map(({ parameter }) => parameter),
  'The facet, by the parameter that filters by it.',
)

/** A count of articles, and how far it can be trusted. */
export const totalMembers = {
  total: whole('Articles.'),
  exact: yesOrNo('Whether the counts are exact.'),
  capability: ref('Capability'),
}

/** By what a list of articles tells each. */
export const articleMembers = {
  id: text('Permanent and opaque: /article/{id} is its page.'),
  title: text(),
  outlet: text('Its publisher; empty where unknown.'),
  published: dateOrNothing('Year, month or day as the publisher printed it; empty where unknown.'),
}

/** Where in a list an answer is whose address has `part`. */
export const partMembers = {
  part: whole('From 1.', 1),
  parts: whole('How many there are.', 1),
  partSize: whole('The most that one holds.', 1),
}

export const commonSchemas: Readonly<Record<string, Schema>> = {
  Capability: {
    description:
      'Where counts stand to the truth. `at least` and `at most` come with the reasons, in sentences.',
    oneOf: [
      object('Exact counts.', { bound: { const: 'exact' } }),
      object('Counts that are not exact.', {
        bound: oneOf(['at least', 'at most'], 'The true count is so many, or more; or fewer.'),
        reasons: list(text()),
      }),
    ],
  },
  Range: {
    type: 'array',
    description: 'Start and end (exclusive) in UTF-16 units.',
    items: { type: 'integer', minimum: 0 },
    minItems: 2,
    maxItems: 2,
  },
  Passage: object('A piece of a text that shows why it was found.', {
    text: text(),
    matches: list(ref('Range'), 'Within `text`, ascending, not overlapping.'),
  }),
  Warning: object(
    'Something about the query that its author should know.',
    { message: text() },
    {
      start: whole('Where in the query as typed, in UTF-16 units.'),
      end: whole('Exclusive.'),
    },
  ),
  Reading: object('A word or phrase of the query that is also found otherwise.', {
    typed: text(),
    also: list(
      object('Another spelling, name or member of a family.', { text: text(), name: text() }),
    ),
  }),
  DidYouMean: object('A query that may be meant instead.', {
    typed: text('The word that no article has.'),
    word: text('One much like it.'),
    articles: whole('How many have that one.'),
    q: text('The whole query with it.'),
  }),
  Period: object('The articles of one period.', {
    period: dateOrNothing('A year, month or day.'),
    count: whole('Articles.'),
  }),
  Problem: object(
    'What went wrong, as RFC 9457 has it.',
    {
      type: { const: 'about:blank' },
      title: text('The kind of problem.'),
      status: whole('The status of the answer.', 400),
      detail: text('What is wrong, and what to do.'),
    },
    { problems: list(ref('UnreadableParameter'), 'With 400: the parameters that cannot be read.') },
  ),
  UnreadableParameter: object('A part of the address that cannot be read.', {
    parameter: text(),
    given: text('Its beginning.'),
    message: text('What may stand there.'),
  }),
}
