import type { CountedQuery, SavedCounts } from '../records/count-saved.ts'
import type { NameOf } from '../names.ts'
import type { Problem } from '../read-parameters.ts'
import { showMoment } from '../show-date.ts'
import { daysKept, type SavedQuery, type SharedQuery } from '../store/saved-queries.ts'
import { boundedNumber, counted, number } from './counting.ts'
import { describeSaved, newsLink, openLink } from './describe-saved.ts'
import { buildLayout, type Layout } from './layout.ts'
import {
  queriesOnPage,
  savedLink,
  savedSorts,
  type Arranged,
  type SavedState,
} from './saved-list.ts'
import { describeProblem } from './describe-problem.ts'

/** What the page of saved queries is made of. */
export interface SavedList {
  readonly state: SavedState
  readonly problems: readonly Problem[]
  readonly all: readonly SavedQuery[]
  readonly arranged: Arranged
  readonly counted: readonly CountedQuery[]
  /** Why there are no counts; '' when there are. */
  readonly failure: string
  readonly flagsOf: (saved: SavedQuery) => readonly string[]
  /** When the latest record of a query was taken, by its number. */
  readonly recorded: ReadonlyMap<number, string>
  readonly shared: readonly SharedQuery[]
  readonly deleted: readonly SavedQuery[]
  /** The one that the reader threw away by the last click; 0 for none. */
  readonly justDeleted: number
}

/** Everything that the page of saved queries prints. */
export interface SavedPage {
  readonly layout: Layout
  readonly problems: readonly string[]
  readonly withoutCounts: string
  readonly isEmpty: boolean
  readonly total: string
  readonly tags: readonly Choice[]
  readonly sorts: readonly Choice[]
  readonly queries: readonly SavedLine[]
  readonly pages: { readonly previous: string; readonly next: string; readonly part: string }
  readonly shared: readonly SharedLine[]
  readonly undo: { readonly id: number; readonly name: string } | undefined
  readonly deleted: readonly DeletedLine[]
  readonly daysKept: number
  readonly formToken: string
}

interface Choice {
  readonly label: string
  readonly count: string
  readonly href: string
  readonly isCurrent: boolean
}

export interface SavedLine {
  readonly id: number
  readonly name: string
  readonly description: string
  /** Its own page, its search, and the search for what is new. */
  readonly href: string
  readonly openHref: string
  readonly newsHref: string
  readonly total: string
  readonly news: string
  readonly hasNews: boolean
  readonly seen: string
  readonly seenIso: string
  readonly tags: readonly { readonly label: string; readonly href: string }[]
  readonly isShared: boolean
  /** What of it can no longer be taken as it was meant. */
  readonly flags: readonly string[]
}

interface SharedLine {
  readonly id: number
  readonly name: string
  readonly by: string
  readonly description: string
  readonly href: string
  readonly openHref: string
}

interface DeletedLine {
  readonly id: number
  readonly name: string
  readonly when: string
  readonly whenIso: string
}

const sortLabels = { name: 'Name', new: 'Most new', seen: 'Longest unseen', saved: 'Last saved' }

export function buildSavedPage(list: SavedList, nameOf: NameOf, formToken: string): SavedPage {
  const { state, arranged, shared, deleted, justDeleted } = list
  const undo = deleted.find(({ id }) => id === justDeleted)
  return {
    layout: buildLayout('Saved queries', 'saved', undefined, ['saved']),
    problems: list.problems.map(describeProblem),
    withoutCounts: list.failure,
    isEmpty: list.all.length === 0,
    total: counted(arranged.total, 'saved query', { plural: 'saved queries' }),
    tags: buildTags(list),
    sorts: savedSorts.map((sort) => ({
      label: sortLabels[sort],
      count: '',
      href: savedLink({ ...state, sort, page: 1 }),
      isCurrent: sort === state.sort,
    })),
    queries: list.counted.map((each) => buildLine(each, list, nameOf)),
    pages: buildPages(state, arranged),
    shared: shared.map((saved) => ({
      id: saved.id,
      name: saved.name,
      by: saved.ownerName,
      description: describeSaved(saved.search, nameOf),
      href: `/saved/${saved.id}`,
      openHref: openLink({ ...saved, id: 0 }),
    })),
    undo: undo && { id: undo.id, name: undo.name },
    deleted: deleted.map(({ id, name, deleted: when }) => ({
      ...{ id, name, whenIso: when },
      when: showMoment(when),
    })),
    daysKept,
    formToken,
  }
}

function buildTags({ state, all, arranged: { tags } }: SavedList): Choice[] {
  if (tags.length === 0) return []
  const choice = (tag: string, label: string, queries: number) => ({
    label,
    count: number(queries),
    href: savedLink({ ...state, tag, page: 1 }),
    isCurrent: state.tag === tag,
  })
  return [choice('', 'All', all.length), ...tags.map(([tag, queries]) => choice(tag, tag, queries))]
}

function buildPages(state: SavedState, { pages }: Arranged): SavedPage['pages'] {
  const link = (page: number) => (page < 1 || page > pages ? '' : savedLink({ ...state, page }))
  return {
    previous: link(state.page - 1),
    next: link(state.page + 1),
    part: pages === 1 ? '' : `Page ${state.page} of ${pages}`,
  }
}

function buildLine({ saved, counts }: CountedQuery, list: SavedList, nameOf: NameOf): SavedLine {
  const { id, name, search, opened, tags, isShared } = saved
  return {
    ...{ id, name, isShared },
    description: describeSaved(search, nameOf),
    href: `/saved/${id}`,
    openHref: openLink(saved),
    newsHref: counts && counts.news > 0 ? newsLink(saved) : '',
    total: counts ? boundedNumber(counts.total, counts.bound) : '–',
    news: counts ? boundedNumber(counts.news, counts.bound) : '–',
    hasNews: counts !== undefined && counts.news > 0,
    seen: showMoment(opened),
    seenIso: opened,
    tags: tags.map((tag) => ({ label: tag, href: savedLink({ ...list.state, tag, page: 1 }) })),
    flags: list.flagsOf(saved),
  }
}

/** The list as plain data. */
export function savedJson(list: SavedList, nameOf: NameOf) {
  const { arranged, state } = list
  return {
    total: arranged.total,
    page: state.page,
    pages: arranged.pages,
    pageSize: queriesOnPage,
    tags: arranged.tags.map(([tag, queries]) => ({ tag, queries })),
    queries: list.counted.map(({ saved, counts }) => ({
      id: saved.id,
      name: saved.name,
      search: saved.search,
      understood: describeSaved(saved.search, nameOf),
      ...countsJson(counts),
      seen: saved.opened,
      seenUpTo: saved.seen,
      recorded: list.recorded.get(saved.id) ?? null,
      saved: saved.saved,
      edited: saved.edited,
      tags: saved.tags,
      shared: saved.isShared,
      flags: list.flagsOf(saved),
    })),
    sharedByOthers: list.shared.map(({ id, name, search, ownerName }) => ({
      ...{ id, name, search, owner: ownerName },
      understood: describeSaved(search, nameOf),
    })),
    withoutCounts: list.failure,
  }
}

/** What could not be counted is null. */
function countsJson(counts: SavedCounts | undefined) {
  if (!counts) return { total: null, exact: null, bound: null, new: null }
  const { total, bound, news } = counts
  return { total, exact: bound === 'exact', bound, new: news }
}
