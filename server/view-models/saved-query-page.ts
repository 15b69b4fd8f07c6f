import type { NameOf } from '../names.ts'
import type { Changes, Incomparable } from '../records/changes-desk.ts'
import { longestName, longestNotes, longestTag, mostTags } from '../records/limits.ts'
import type { ReadableQuery } from '../records/find-saved.ts'
import { showMoment } from '../show-date.ts'
import type { QueryRecord } from '../store/query-record.ts'
import { counted } from './counting.ts'
import { describeSaved, newsLink, openLink, plainLink } from './describe-saved.ts'
import { buildLayout, type Layout } from './layout.ts'
import { countChanges, type ChangeList, type ListedChanges } from './saved-changes.ts'
import { recordJson, showRecord, type RecordView } from './saved-record.ts'

/** What the page of a saved query is made of. */
export interface SavedView extends ReadableQuery {
  readonly notes: string
  readonly flags: readonly string[]
  /** The latest first. */
  readonly records: readonly QueryRecord[]
  readonly firstRecord: QueryRecord | undefined
  readonly recordsInAll: number
  readonly isBeingRecorded: boolean
  readonly changes: Changes | Incomparable
  readonly lists: readonly ListedChanges[]
  /** The one list that is asked for; '' for the beginning of all. */
  readonly list: ChangeList
  /** Why nothing can be compared at the moment; '' where it can. */
  readonly failure: string
  /** Whether there is anybody to share it with. */
  readonly canShare: boolean
}

/** Everything that the page prints. */
export interface SavedQueryPage {
  readonly layout: Layout
  readonly id: number
  readonly name: string
  readonly by: string
  readonly isOwn: boolean
  readonly isShared: boolean
  readonly canShare: boolean
  readonly description: string
  readonly flags: readonly string[]
  readonly openHref: string
  readonly newsHref: string
  /** The search without anything of this page: to be sent to others. */
  readonly linkHref: string
  readonly exportHref: string
  /** All that it finds, with texts, hashes and the latest record. */
  readonly packHref: string
  readonly notes: string
  readonly tags: string
  readonly longestName: number
  readonly longestNotes: number
  readonly longestTags: number
  readonly seen: string
  readonly seenIso: string
  /** What the reader sees now is marked as seen, not what comes meanwhile; '' where nothing is compared. */
  readonly upTo: string
  readonly summary: string
  readonly problem: string
  readonly lists: readonly ListView[]
  readonly wholeHref: string
  readonly latest: RecordView | undefined
  readonly first: RecordView | undefined
  readonly history: readonly RecordView[]
  readonly historyTotal: string
  readonly noRecord: string
  readonly formToken: string
}

interface ListView extends ListedChanges {
  readonly count: string
  readonly moreHref: string
  readonly moreLabel: string
  readonly previous: string
  readonly next: string
}

export function buildSavedQueryPage(
  view: SavedView,
  nameOf: NameOf,
  formToken: string,
): SavedQueryPage {
  const { saved, isOwn } = view
  const { id, name, search } = saved
  return {
    layout: buildLayout(name, 'saved', undefined, ['saved']),
    ...{ id, name, formToken, longestName, longestNotes },
    ...{ isOwn, by: view.ownerName, isShared: saved.isShared, canShare: view.canShare },
    description: describeSaved(search, nameOf),
    flags: view.flags,
    openHref: openLink(isOwn ? saved : { search, id: 0 }),
    linkHref: plainLink(search),
    exportHref: `/saved/${id}/export.json`,
    packHref: openLink(isOwn ? saved : { search, id: 0 }).replace('/search', '/search.zip'),
    notes: view.notes,
    tags: saved.tags.join(', '),
    longestTags: mostTags * (longestTag + 2),
    seen: showMoment(saved.opened),
    seenIso: saved.opened,
    ...buildComparison(view),
    ...buildRecords(view, nameOf),
  }
}

type Comparison = 'upTo' | 'newsHref' | 'summary' | 'problem' | 'lists' | 'wholeHref'

function buildComparison(view: SavedView): Pick<SavedQueryPage, Comparison> {
  const { saved, changes, isOwn } = view
  const around = {
    lists: view.lists.map((list) => showList(saved.id, list, view.list)),
    wholeHref: view.list === '' ? '' : `/saved/${saved.id}`,
  }
  if (typeof changes === 'string')
    return {
      ...around,
      upTo: '',
      newsHref: '',
      summary: '',
      problem: view.failure || incomparable[changes],
    }
  const hasNews = isOwn && changes.differences.fresh.length > 0
  return {
    ...around,
    upTo: String(changes.last),
    newsHref: hasNews ? newsLink(saved) : '',
    summary: summaryOf(changes),
    problem: view.failure,
  }
}

type Records = 'latest' | 'first' | 'history' | 'historyTotal' | 'noRecord'

function buildRecords(view: SavedView, nameOf: NameOf): Pick<SavedQueryPage, Records> {
  const { records, firstRecord, recordsInAll } = view
  const [latest, ...earlier] = records
  const isOnly = firstRecord?.id === latest?.id
  return {
    latest: latest && showRecord(latest, nameOf),
    first: firstRecord && !isOnly ? showRecord(firstRecord, nameOf) : undefined,
    history: earlier.map((record) => showRecord(record, nameOf)),
    historyTotal: counted(recordsInAll, 'record'),
    noRecord: noRecordOf(view),
  }
}

const incomparable: Readonly<Record<Incomparable, string>> = {
  'no record': '',
  unreadable:
    'A part of this search can no longer be read, so nothing is compared. Open it, mend it and choose “Update”.',
  'too many':
    'It found more than can be kept article by article, so only the figures are compared.',
  'another search':
    'The latest record is of the search as it was before it was changed. Mark it as seen to take one of this search.',
}

function noRecordOf({ records, isBeingRecorded, isOwn }: SavedView): string {
  if (isBeingRecorded) return 'The record is being taken. Load this page again in a moment.'
  if (records.length > 0) return ''
  return isOwn ? 'No record yet: mark it as seen to take the first one.' : 'No record yet.'
}

function summaryOf(changes: Changes): string {
  const { record, total } = changes
  const counts = countChanges(changes)
  const found = `It found ${counted(record.total, 'article', { bound: record.bound })} then and finds ${counted(total, 'article')} now.`
  const isSame = Object.values(counts).every((n) => n === 0)
  return isSame ? `${found} Nothing has changed.` : found
}

function showList(id: number, list: ListedChanges, asked: ChangeList): ListView {
  const link = (page: number) =>
    page < 1 || page > list.pages
      ? ''
      : `/saved/${id}?list=${list.name}${page > 1 ? `&page=${page}` : ''}`
  const isWhole = list.part === ''
  return {
    ...list,
    count: counted(list.total, 'article'),
    moreHref: asked === '' && !isWhole ? `/saved/${id}?list=${list.name}` : '',
    moreLabel: `All ${counted(list.total, 'article')}`,
    previous: asked === '' ? '' : link(list.page - 1),
    next: asked === '' ? '' : link(list.page + 1),
  }
}

/** The same as plain data. */
export function savedQueryJson(view: SavedView, nameOf: NameOf) {
  const { saved, isOwn, ownerName, notes, flags, records, firstRecord, changes, lists } = view
  const { id, name, search, tags, isShared } = saved
  return {
    ...{ id, name, search, tags, notes, flags },
    ...{ own: isOwn, owner: ownerName, shared: isShared },
    ...{ saved: saved.saved, edited: saved.edited },
    understood: describeSaved(search, nameOf),
    seen: saved.opened,
    seenUpTo: saved.seen,
    firstRecord: firstRecord ? recordJson(firstRecord) : null,
    latestRecord: records[0] ? recordJson(records[0]) : null,
    records: records.map(recordJson),
    recordsInAll: view.recordsInAll,
    withoutChanges: view.failure || (typeof changes === 'string' ? changes : ''),
    changes:
      typeof changes === 'string'
        ? null
        : {
            since: changes.record.taken,
            total: changes.total,
            upTo: changes.last,
            counts: countChanges(changes),
            lists: lists.map(({ name, total, page, pages, articles }) => ({
              ...{ name, total, page, pages },
              articles: articles.map(({ id, title, outlet, published, why }) => ({
                ...{ id, title, outlet, published, why },
              })),
            })),
          },
  }
}
