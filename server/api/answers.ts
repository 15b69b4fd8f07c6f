import { cslType } from '../citations/csl.ts'
import { listOrders } from '../name-list/list-state.ts'
import { collectionOrders } from '../store/collected-articles.ts'
import { changeLists } from '../view-models/saved-changes.ts'
import { savedSorts } from '../view-models/saved-list.ts'
import {
  articleId,
  asked,
  choice,
  collectionId,
  facet,
  find,
  inPath,
  narrowing,
  pageNumber,
  partNumber,
  query,
  savedId,
  searching,
  type Parameter,
} from './parameters.ts'

/** What a program can ask for by GET, and what it gets. */
export interface Answer {
  /** The name of the operation, for programs that are made from the document. */
  readonly id: string
  /** In the words of the route table. */
  readonly route: string
  readonly tag: Tag
  readonly summary: string
  readonly parameters: readonly Parameter[]
  /** One of the document's schemas. */
  readonly schema: string
  /** By default that of JSON. */
  readonly type?: string
}

export const tags = ['Searching', 'Articles', 'What is kept', 'Tables', 'The site'] as const
export type Tag = (typeof tags)[number]

/** Every route that answers in JSON, in the order in which they are described. */
export const answers: readonly Answer[] = [
  ...inGroup('Searching', [
    answer('search', '/search.json', 'A page of results, with counts of all of them.', 'Search', [
      ...searching,
      pageNumber,
    ]),
    answer(
      'searchReferences',
      '/search.csl.json',
      'Everything that a search finds, as CSL-JSON.',
      'References',
      searching,
      cslType,
    ),
    answer(
      'values',
      '/facet/:facet.json',
      'All values of a facet among the articles of a search.',
      'Values',
      [
        facet,
        ...narrowing,
        find,
        asked('below', 'Only values below the one with this id.'),
        asked('order', 'The most frequent first, or from A to Z.', choice(['count', 'name'])),
        partNumber,
      ],
    ),
    answer(
      'suggest',
      '/suggest.json',
      'What may be meant by what is being typed; `format=opensearch` for browsers.',
      'Suggestions',
      [...narrowing, asked('format', 'In which form.', choice(['', 'opensearch']))],
    ),
  ]),
  ...inGroup('Articles', [
    answer('article', '/article/:id.json', 'An article with all that is known of it.', 'Article', [
      articleId,
    ]),
    answer(
      'articleReference',
      '/article/:id.csl.json',
      'Its reference as CSL-JSON.',
      'References',
      [articleId],
      cslType,
    ),
    answer('similar', '/article/:id/similar.json', 'Articles that tell of the same.', 'Similar', [
      articleId,
    ]),
  ]),
  ...inGroup('What is kept', [
    answer(
      'savedQueries',
      '/saved.json',
      'The reader’s saved queries, with what they find now and what is new. Looking marks nothing as seen.',
      'SavedQueries',
      [
        asked('tag', 'Only those with this tag.'),
        asked('sort', 'The order.', choice(savedSorts)),
        pageNumber,
      ],
    ),
    answer(
      'savedQuery',
      '/saved/:id.json',
      'A saved query with its records, and what changed since the latest.',
      'SavedQuery',
      [savedId, asked('list', 'One list of changes, in pages.', choice(changeLists)), pageNumber],
    ),
    answer(
      'exportSavedQueries',
      '/saved/export.json',
      'All saved queries of the reader with their records, as a file that /saved imports.',
      'SavedFile',
      [],
    ),
    answer(
      'exportSavedQuery',
      '/saved/:id/export.json',
      'One of them as such a file.',
      'SavedFile',
      [savedId],
    ),
    answer('digest', '/new.json', 'What is new in all saved queries.', 'Digest', []),
    answer(
      'collections',
      '/collections.json',
      'The reader’s collections and those that others share.',
      'Collections',
      [],
    ),
    answer('collection', '/collections/:id.json', 'A collection with its articles.', 'Collection', [
      collectionId,
      query,
      asked(
        'mark',
        'Only articles with this mark.',
        choice(['', 'relevant', 'perhaps', 'not', 'unmarked']),
      ),
      asked('sort', 'The order.', choice(collectionOrders)),
      partNumber,
    ]),
    answer(
      'collectionReferences',
      '/collections/:id.csl.json',
      'A collection as CSL-JSON.',
      'References',
      [collectionId],
      cslType,
    ),
  ]),
  ...inGroup('Tables', [
    answer(
      'coverage',
      '/coverage.json',
      'Articles by outlet and time, with the gaps.',
      'Coverage',
      [...narrowing, find, partNumber],
    ),
    answer('names', '/names.json', 'A list of names, each searched for within a search.', 'Names', [
      ...narrowing,
      asked('names', 'The list, a line a query; at most 500.'),
      asked('phrases', '`1`: each line is one phrase.', choice(['', '1'])),
      asked('order', 'The order of the answer.', choice(listOrders)),
    ]),
    answer(
      'entity',
      '/entity/:facet/:id.json',
      'What the archive tells of a person, place, weapon or medium. A former id leads to the present one.',
      'Entity',
      [facet, inPath('id', 'The id of the value.')],
    ),
    answer('compare', '/compare.json', 'Two to six outlets side by side.', 'Comparison', narrowing),
  ]),
  ...inGroup('The site', [
    answer('account', '/account.json', 'Who asks, and where they are logged in.', 'Account', []),
    answer('audit', '/audit.json', 'Who did what; for admins.', 'Audit', [
      asked('find', 'Only lines with all these words.'),
      partNumber,
    ]),
  ]),
]

function answer(
  ...[id, route, summary, schema, parameters, type]: [
    id: string,
    route: string,
    summary: string,
    schema: string,
    parameters: readonly Parameter[],
    type?: string,
  ]
): Omit<Answer, 'tag'> {
  return { id, route, summary, schema, parameters, ...(type === undefined ? {} : { type }) }
}

function inGroup(tag: Tag, group: readonly Omit<Answer, 'tag'>[]): Answer[] {
  return group.map((each) => ({ tag, ...each }))
}
