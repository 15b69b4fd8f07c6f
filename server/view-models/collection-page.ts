import { explain } from '../../engine/query/explain.ts'
import { parse } from '../../engine/query/parse.ts'
import {
  articlesInPart,
  collectionLink,
  markChoices,
  type CollectionState,
} from '../collecting/collection-state.ts'
import type { CollectionLook, SeenArticle, Standing } from '../collecting/look-into.ts'
import { emptyState } from '../search-state.ts'
import { showDate, showMoment } from '../show-date.ts'
import { collectionOrders, type Relevance } from '../store/collected-articles.ts'
import type { Collection } from '../store/collections.ts'
import { sharedBy } from './collections-page.ts'
import { beginSentence, counted, number } from './counting.ts'
import { buildExportMenu, type ExportMenu } from './export-menu.ts'
import { buildLayout, type Layout } from './layout.ts'
import { articleLink } from './links.ts'
import { partJson, totalJson } from './plain-json.ts'
import { shownTitle } from './shown-title.ts'

/** Everything that the page of a collection prints, apart from its notices. */
export interface CollectionPage {
  readonly layout: Layout
  readonly collection: Collection
  /** Whether the reader may change it. */
  readonly isOwn: boolean
  /** `shared with other readers`, or whose it is; '' for one's own alone. */
  readonly sharing: string
  /** Paragraphs. */
  readonly notes: readonly string[]
  readonly total: string
  readonly edited: string
  /** What it is narrowed to and how many are left; '' for all of it. */
  readonly narrowed: string
  readonly reasons: readonly string[]
  readonly q: string
  readonly here: string
  readonly allHref: string
  readonly marks: readonly Choice[]
  readonly sorts: readonly Choice[]
  readonly articles: readonly CollectedView[]
  /** Of the whole collection. */
  readonly exports: ExportMenu | undefined
  readonly nothing: string
  readonly previous: string
  readonly next: string
  readonly part: string
}

/** A link of which one is current. */
export interface Choice {
  readonly label: string
  readonly href: string
  readonly count: string
  readonly current: boolean
}

/** An article of the collection. */
export interface CollectedView {
  readonly id: string
  readonly title: string
  /** '' where the archive has it no more. */
  readonly href: string
  readonly outlet: string
  readonly date: string
  readonly published: string
  readonly added: string
  readonly addedIso: string
  /** What became of it since; '' for nothing. */
  readonly remark: string
  readonly note: string
  /** In words. */
  readonly mark: string
  readonly relevance: Relevance
  readonly buttons: readonly {
    readonly value: string
    readonly label: string
    readonly on: boolean
  }[]
}

/** What the page is made of. */
export interface SeenCollection {
  readonly collection: Collection
  readonly state: CollectionState
  readonly look: CollectionLook
}

const markLabels = {
  '': 'All',
  relevant: 'Relevant',
  perhaps: 'Perhaps',
  not: 'Not relevant',
  unmarked: 'Unmarked',
} as const

const sortLabels = {
  added: 'Last added',
  newest: 'Newest',
  oldest: 'Oldest',
  outlet: 'Outlet',
  title: 'Title',
} as const

const remarks: Readonly<Record<Standing, string>> = {
  'as it was': '',
  changed: 'The text, title, date or outlet has changed since it was added.',
  gone: 'No longer in the archive; the title is kept.',
}

/** `owner` is who reads. */
export function buildCollectionPage(seen: SeenCollection, owner: number): CollectionPage {
  const { collection, state, look } = seen
  const { id, name, notes, shared } = collection
  const isOwn = collection.owner === owner
  const link = (change: Partial<CollectionState>) =>
    collectionLink(id, { ...state, part: 1, ...change })
  return {
    layout: buildLayout(name, 'collections', undefined, ['collections', 'export']),
    ...{ collection, isOwn },
    sharing: isOwn ? (shared ? 'shared with other readers' : '') : sharedBy(collection),
    notes: notes.split(/\n\s*\n/).filter((text) => text.trim() !== ''),
    total: counted(look.total, 'article'),
    edited: showMoment(collection.edited),
    ...describeNarrowing(seen),
    q: state.q,
    here: link({ part: state.part }),
    allHref: `/collections/${id}`,
    marks: markChoices.map((mark) => ({
      label: markLabels[mark],
      href: link({ mark }),
      count: number(mark === '' ? look.total : look.marks[mark]),
      current: state.mark === mark,
    })),
    sorts: collectionOrders.map((sort) => ({
      ...{ label: sortLabels[sort], href: link({ sort }), count: '', current: state.sort === sort },
    })),
    articles: look.articles.map((article) => buildArticle(article, state)),
    exports: buildExportMenu({
      ...{ path: `/collections/${id}`, parameters: '', total: look.total },
      ...{ bound: 'exact', isFolded: false },
      order: 'By date of publication, undated articles last.',
    }),
    ...buildParts(seen),
  }
}

function describeNarrowing({ state, look }: SeenCollection) {
  const { q, mark } = state
  const { bound } = look.capability
  const left = beginSentence(counted(look.found, 'article', { bound }))
  const conditions = [
    ...(q === '' ? [] : [explain(parse(q).query)]),
    ...(mark === '' ? [] : [`marked “${markLabels[mark].toLowerCase()}”`]),
  ].filter((text) => text !== '')
  return {
    narrowed: conditions.length === 0 ? '' : `${left} of it ${conditions.join(', ')}`,
    reasons: look.capability.bound === 'exact' ? [] : look.capability.reasons,
    nothing:
      look.total === 0
        ? 'It is empty. Search, and choose “Add” beside a result, or tick several and add them together.'
        : 'Nothing of this collection is left here.',
  }
}

function buildParts({ collection, state, look }: SeenCollection) {
  const parts = Math.max(1, Math.ceil(look.found / articlesInPart))
  const link = (part: number) =>
    part < 1 || part > parts ? '' : collectionLink(collection.id, { ...state, part })
  return {
    previous: link(Math.min(state.part - 1, parts)),
    next: link(state.part + 1),
    part: parts > 1 || state.part > parts ? `Part ${number(state.part)} of ${number(parts)}` : '',
  }
}

const marksOffered = ['relevant', 'perhaps', 'not'] as const

function buildArticle(seen: SeenArticle, { q }: CollectionState): CollectedView {
  const { article, title, outlet, published, added, relevance, note, standing } = seen
  return {
    id: article,
    title: shownTitle(title),
    href: standing === 'gone' ? '' : articleLink(article, { ...emptyState, q }),
    outlet: outlet === '' ? 'Outlet unknown' : outlet,
    date: published === '' ? 'Undated' : showDate(published),
    published,
    added: showMoment(added),
    addedIso: added,
    remark: remarks[standing],
    ...{ note, relevance },
    mark: markLabels[relevance === '' ? 'unmarked' : relevance],
    // Pressed again, a mark is taken off.
    buttons: marksOffered.map((mark) => ({
      value: `${article}:${mark === relevance ? '' : mark}`,
      label: markLabels[mark],
      on: mark === relevance,
    })),
  }
}

/** The same as plain values. */
export function collectionJson({ collection, state, look }: SeenCollection) {
  const { id, name, notes, shared, created, edited, ownerName } = collection
  return {
    ...{ id, name, notes, shared, owner: ownerName, created, edited },
    articlesInAll: look.total,
    marks: look.marks,
    ...totalJson({ total: look.found, capability: look.capability }),
    ...partJson(state.part, articlesInPart, look.found),
    articles: look.articles.map(({ article, sequence, relevance, standing, ...rest }) => {
      const { title, outlet, published, content, added, note } = rest
      return {
        ...{ id: article, sequence, title, outlet, published, added },
        relevance: relevance === '' ? 'unmarked' : relevance,
        ...{ note, standing, content },
      }
    }),
  }
}
