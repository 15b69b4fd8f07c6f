import { exportFormats } from '../export/formats.ts'
import { bibtexType } from '../citations/bibtex.ts'
import { risType } from '../citations/ris.ts'
import { listOrders } from '../name-list/list-state.ts'
import {
  articleId,
  asked,
  choice,
  collectionId,
  find,
  inPath,
  narrowing,
  searching,
  type Parameter,
} from './parameters.ts'

/** A file that a program can fetch by GET; its address has no version. */
export interface File {
  readonly id: string
  /** In the words of the route table. */
  readonly route: string
  readonly summary: string
  /** Its media type. */
  readonly type: string
  readonly parameters: readonly Parameter[]
  /** One of the document's schemas, for what is JSON; by default none. */
  readonly schema?: string
}

const originals = asked(
  'originals',
  '`1`: with the bytes that each article was read from.',
  choice(['', '1']),
)
const table = 'text/csv'

/** Every route that answers with a file, or with the health of the site. */
export const files: readonly File[] = [
  ...exportFormats
    .filter(({ ending }) => !ending.endsWith('.json'))
    .flatMap(({ ending, type, purpose }): File[] => [
      {
        id: `search_${ending}`,
        route: `/search.${ending}`,
        summary: `Everything that a search finds, ${purpose}.`,
        type: plain(type),
        parameters: ending === 'zip' ? [...searching, originals] : searching,
      },
      {
        id: `collection_${ending}`,
        route: `/collections/:id.${ending}`,
        summary: `Every article of a collection, ${purpose}.`,
        type: plain(type),
        parameters: ending === 'zip' ? [collectionId, originals] : [collectionId],
      },
    ]),
  {
    id: 'search_atom',
    route: '/search.atom',
    summary: 'The latest fifty articles of a search by when they were first indexed, as a feed.',
    type: 'application/atom+xml',
    parameters: searching,
  },
  {
    id: 'article_ris',
    route: '/article/:id.ris',
    summary: 'The reference of an article, for Zotero, EndNote, Mendeley.',
    type: risType,
    parameters: [articleId],
  },
  {
    id: 'article_bib',
    route: '/article/:id.bib',
    summary: 'The reference of an article, for LaTeX.',
    type: bibtexType,
    parameters: [articleId],
  },
  {
    id: 'article_original',
    route: '/article/:id/original',
    summary: 'The bytes that an article was read from.',
    type: 'text/plain',
    parameters: [articleId],
  },
  {
    id: 'coverage_csv',
    route: '/coverage.csv',
    summary: 'The coverage of up to 500 outlets by month.',
    type: table,
    parameters: [...narrowing, find],
  },
  {
    id: 'names_csv',
    route: '/names.csv',
    summary: 'A list of names, each searched for.',
    type: table,
    parameters: [
      ...narrowing,
      asked('names', 'The list, a line a query; at most 500.'),
      asked('phrases', '`1`: each line is one phrase.', choice(['', '1'])),
      asked('order', 'The order of the answer.', choice(listOrders)),
    ],
  },
  {
    id: 'corrections_jsonl',
    route: '/corrections.jsonl',
    summary: 'All corrections, as the file that holds them.',
    type: 'application/jsonl',
    parameters: [],
  },
  {
    id: 'feed',
    route: '/feed/:token.atom',
    summary: 'The feed of a saved query; whoever has its secret address can read it.',
    type: 'application/atom+xml',
    parameters: [inPath('token', 'As the page of the saved query shows it.')],
  },
  {
    id: 'openapi',
    route: '/api/openapi.json',
    summary: 'This document.',
    type: 'application/json',
    parameters: [],
  },
  {
    id: 'opensearch',
    route: '/opensearch.xml',
    summary: 'By which a browser adds the site to its search engines.',
    type: 'application/opensearchdescription+xml',
    parameters: [],
  },
  {
    id: 'health',
    route: '/health',
    summary: 'Whether engine, archive and store answer: 200, or 503.',
    type: 'application/json',
    parameters: [],
    schema: 'Health',
  },
]

/** Without the character set. */
function plain(type: string): string {
  return type.replace(/;.*/, '')
}
