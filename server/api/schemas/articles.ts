import { dateSources, facetNames, textFields } from '../../../engine/article.ts'
import { articleMembers, facetParameter } from './common.ts'
import {
  dateOrNothing,
  hash,
  list,
  moment,
  object,
  oneOf,
  orNull,
  ref,
  text,
  whole,
  yesOrNo,
  type Schema,
} from '../schema.ts'

const medium = object('A medium.', { id: text(), name: text() })
const range = { start: whole('In UTF-16 units.'), end: whole('Exclusive.') }

/** Articles, their neighbours and references. */
export const articleSchemas: Readonly<Record<string, Schema>> = {
  Article: object('An article with all that is known of it.', {
    ...articleMembers,
    dating: object('How its date was found.', {
      from: oneOf(dateSources, 'Where it stands.'),
      sureness: oneOf(['sure', 'likely', 'guessed'], 'How sure it is.'),
    }),
    url: text('Where it was published, http(s); empty where unknown.'),
    authors: list(text()),
    language: text('BCP 47; empty where not determined.'),
    dateline: text('Place, date and agency before the first sentence; it stands in `text` too.'),
    text: text('As cleaned.'),
    sample: yesOrNo('Whether it is of the sample archive.'),
    datesMentioned: list(object('A date in the text.', { date: dateOrNothing('It.'), ...range })),
    facets: object(
      'Its values.',
      Object.fromEntries(facetNames.map((name) => [name, list(ref('FacetValue'))])),
    ),
    family: orNull(ref('Family', 'Its near-duplicates.')),
    titleFrom: oneOf(['source', 'first line', 'first sentence'], 'Where the title is from.'),
    removed: list(
      object('What cleaning took away.', {
        step: text('What removed it.'),
        ...range,
        text: text(),
      }),
    ),
    record: object('Where it came from.', {
      sequence: whole('Its number in the order of indexing, never used again.', 1),
      firstIndexed: moment('When it was first indexed.'),
      origin: text('The file or address that it was read from.'),
      sha256: hash('Of the original bytes.'),
      former: list(
        object('An original that it had before.', {
          sha256: hash('Of its bytes.'),
          replaced: moment('When.'),
        }),
      ),
      original: text('The address of the original bytes.'),
    }),
  }),
  FacetValue: object('A value of an article, with its evidence.', {
    id: text(),
    name: text(),
    evidence: list(ref('Evidence'), 'Every mention, in reading order; none for metadata.'),
    rule: text('What found it.'),
    broader: list(object('A value above it.', { id: text(), name: text() }), 'The nearest first.'),
  }),
  Evidence: object(
    'A place in the article: the UTF-16 units from start to end of the field are the proof.',
    { field: oneOf(textFields, 'Where.'), ...range },
    { rule: text('What found this mention, where it is not what found the value.') },
  ),
  Family: object('Near-duplicates, as inferred from their texts.', {
    articles: whole('How many.'),
    texts: whole('How many differ.'),
    members: list(
      object('One of them.', {
        ...articleMembers,
        textHash: text('Equal for equal texts.'),
        cites: list(medium),
      }),
    ),
  }),
  Similar: object('Articles that tell of the same, the likest first.', {
    articles: list(
      object('One of them.', {
        ...articleMembers,
        shared: list(
          object('A rare value that both name.', {
            facet: facetParameter,
            id: text(),
            name: text(),
            articles: whole('How many of the archive have it.'),
          }),
        ),
        words: list(text(), 'Rare words of the title that it has.'),
      }),
    ),
  }),
  References: list(ref('Reference'), 'References as CSL-JSON.'),
  Reference: object(
    'A reference as CSL-JSON has it.',
    {
      id: text(),
      type: { const: 'article-newspaper' },
      title: text(),
      accessed: ref('CslDate'),
      archive: text(),
      archive_location: text(),
    },
    {
      author: list(
        object('A name.', {}, { family: text(), given: text(), suffix: text(), literal: text() }),
      ),
      'container-title': text('The outlet.'),
      issued: ref('CslDate'),
      URL: text(),
      language: text(),
    },
  ),
  CslDate: object('A date.', { 'date-parts': list(list({ type: 'integer' })) }),
}
