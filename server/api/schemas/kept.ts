import { filterRoles } from '../../store/query-record.ts'
import { articleMembers, facetParameter, partMembers, totalMembers } from './common.ts'
import {
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

const bound = oneOf(['exact', 'at least', 'at most'], 'Where the count stands to the truth.')
const changeNames = ['new', 'found', 'gone', 'reclassified', 'rewritten'] as const

const queryMembers = {
  id: whole('/saved/{id} is its page.', 1),
  name: text(),
  search: text('The parameters of its search.'),
  understood: text('What it finds, in words.'),
  tags: list(text()),
  shared: yesOrNo('Whether every reader of the site may look at it.'),
  saved: moment('When it was saved.'),
  edited: moment('When it was last changed.'),
  seen: moment('When it was last marked as seen.'),
  seenUpTo: whole('Articles with a higher sequence number are new.'),
  flags: list(text(), 'What of it can no longer be taken as it was meant.'),
}

/** Saved queries, their records, and what is new. */
export const keptSchemas: Readonly<Record<string, Schema>> = {
  SavedQueries: object('The saved queries of a reader.', {
    total: whole('In all pages.'),
    page: whole('From 1.', 1),
    pages: whole('How many there are.', 1),
    pageSize: whole('The most of a page.', 1),
    tags: list(object('A tag in use.', { tag: text(), queries: whole('With it.', 1) })),
    queries: list(
      object('A saved query.', {
        ...queryMembers,
        total: orNull(whole('Articles that it finds now; null where they cannot be counted.')),
        exact: orNull(yesOrNo('Whether that is exact.')),
        bound: orNull(bound),
        new: orNull(whole('First indexed since it was marked as seen.')),
        recorded: orNull(moment('When the latest record was taken.')),
      }),
    ),
    sharedByOthers: list(
      object('A query that somebody else shares.', {
        id: whole('Of its page.', 1),
        name: text(),
        search: text(),
        owner: text('Whose it is.'),
        understood: text(),
      }),
    ),
    withoutCounts: text('Why nothing is counted; empty where it is.'),
  }),
  SavedQuery: object('A saved query with its records and what changed.', {
    ...queryMembers,
    notes: text(),
    own: yesOrNo('Whether it is the reader’s.'),
    owner: text('Whose it is; empty on a site without accounts.'),
    firstRecord: orNull(ref('Record')),
    latestRecord: orNull(ref('Record')),
    records: list(ref('Record'), 'The latest fifty, the latest first.'),
    recordsInAll: whole('How many there are.'),
    withoutChanges: text('Why no changes are told; empty where they are.'),
    changes: orNull(ref('Changes')),
  }),
  Record: object('What a saved query found at some moment, and with what.', {
    id: whole('Its number.', 1),
    taken: moment('When.'),
    reason: oneOf(['saved', 'seen'], 'Why: the query was saved, or marked as seen.'),
    search: text('The parameters of the search.'),
    understood: text('The query in words, as understood then.'),
    filters: list(
      object('A value that was asked for.', {
        facet: facetParameter,
        role: oneOf(filterRoles, 'How.'),
        id: text(),
        name: text('As it was then.'),
      }),
    ),
    versions: {
      type: 'object',
      description: 'Of what searched, by its name.',
      additionalProperties: { type: 'string' },
    },
    archive: object('As far as the archive was searched.', {
      change: whole('The last change.'),
      mark: { type: 'integer', description: 'The mark of that change.' },
      sequence: whole('The last article.'),
    }),
    total: whole('Articles found.'),
    bound,
    idsHash: text('SHA-256 of the sorted ids.'),
    purged: whole('Entries gone because their articles were taken down for good.'),
    hasEntries: yesOrNo('Whether it tells article by article.'),
  }),
  Changes: object('What became of what a saved query found.', {
    since: moment('Of the record that it is compared with.'),
    total: whole('What it finds now.'),
    upTo: whole('The last article that was looked at.'),
    counts: object(
      'How many articles each list has.',
      Object.fromEntries(changeNames.map((name) => [name, whole('Articles.')])),
    ),
    lists: list(
      object('A list with anything in it, from its beginning or the page asked for.', {
        name: oneOf(changeNames, 'Which.'),
        total: whole('Articles in it.'),
        page: whole('From 1.', 1),
        pages: whole('How many there are.', 1),
        articles: list(
          object('An article; without title where it is no longer there.', {
            ...articleMembers,
            why: text('What is known of the reason.'),
          }),
        ),
      }),
    ),
  }),
  SavedFile: object('Saved queries as a file, which the site imports again.', {
    format: { const: 'dateline saved queries' },
    version: whole('Of the format.', 1),
    exported: moment('When.'),
    queries: list(
      object('A saved query.', {
        name: text(),
        search: text(),
        notes: text(),
        tags: list(text()),
        saved: moment('When it was saved.'),
        seen: moment('When it was last marked as seen.'),
        records: list(ref('FileRecord')),
      }),
    ),
  }),
  FileRecord: object(
    'A record, the oldest first.',
    {
      taken: moment('When.'),
      reason: text(),
      search: text(),
      understood: text(),
      filters: list(
        object('A value that was asked for.', {
          facet: text('people, places, weapons, outlet or cites.'),
          role: text(),
          id: text(),
          name: text(),
        }),
      ),
      versions: { type: 'object', additionalProperties: { type: 'string' } },
      change: whole('The last change of the archive.'),
      mark: { type: 'integer' },
      sequence: whole('The last article.'),
      total: whole('Articles found.'),
      bound,
      idsHash: text(),
      purged: whole('Entries that are gone.'),
    },
    { entries: list(text(), 'Number, id, and the beginnings of two hashes of each article.') },
  ),
  Digest: object('What is new in all saved queries, every article once.', {
    made: moment('When.'),
    upTo: whole('The last article that was looked at.'),
    queries: list(
      object('A saved query.', {
        id: whole('Its number.', 1),
        name: text(),
        understood: text(),
        seen: moment('Since when.'),
        seenUpTo: whole('Since which article.'),
        new: whole('Articles first indexed since.'),
        listed: whole('How many of them are listed; near-duplicates count as one.'),
        problems: list(text(), 'What of its search can no longer be read.'),
      }),
    ),
    articles: list(
      object('A new article.', {
        ...articleMembers,
        titleMatches: list(ref('Range')),
        url: text('Where it was published.'),
        sequence: whole('Its number in the order of indexing.', 1),
        firstIndexed: moment('When.'),
        passages: list(ref('Passage')),
        foundBy: list(whole('A saved query.', 1)),
      }),
    ),
  }),
  Collections: object('Collections of articles.', {
    collections: list(ref('CollectionLine'), 'The reader’s own.'),
    shared: list(ref('CollectionLine'), 'Those that others share.'),
  }),
  CollectionLine: object('A collection as a list has it.', {
    ...collectionMembers(),
    articles: whole('In it.'),
    relevant: whole('Marked as relevant.'),
  }),
  Collection: object('A collection with its articles.', {
    ...collectionMembers(),
    articlesInAll: whole('In it, whatever `q` and `mark` narrow it to.'),
    marks: object('How many have which mark.', {
      relevant: whole('Relevant.'),
      perhaps: whole('Perhaps.'),
      not: whole('Not relevant.'),
      unmarked: whole('Not marked.'),
    }),
    ...totalMembers,
    ...partMembers,
    articles: list(
      object('An article, as it was when it was collected.', {
        ...articleMembers,
        sequence: whole('Its number in the order of indexing.', 1),
        added: moment('When it was collected.'),
        relevance: oneOf(['relevant', 'perhaps', 'not', 'unmarked'], 'The reader’s mark.'),
        note: text(),
        standing: oneOf(['as it was', 'changed', 'gone'], 'What became of it since.'),
        content: hash('Of what it said when it was collected.'),
      }),
    ),
  }),
}

function collectionMembers() {
  return {
    id: whole('/collections/{id} is its page.', 1),
    name: text(),
    notes: text(),
    shared: yesOrNo('Whether every reader of the site may look at it.'),
    owner: text('Whose it is; empty on a site without accounts.'),
    created: moment('When it was begun.'),
    edited: moment('When anything of it last changed.'),
  }
}
