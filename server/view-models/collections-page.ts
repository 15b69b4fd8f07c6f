import { showMoment } from '../show-date.ts'
import type { CountedCollection } from '../store/collections.ts'
import { counted, number } from './counting.ts'
import { buildLayout, type Layout } from './layout.ts'

/** Everything that the page of collections prints. */
export interface CollectionsPage {
  readonly layout: Layout
  readonly own: readonly CollectionLine[]
  readonly shared: readonly CollectionLine[]
  readonly deleted: readonly CollectionLine[]
  /** `2 thrown away`; '' for none. */
  readonly deletedLabel: string
}

export interface CollectionLine {
  readonly id: number
  readonly name: string
  readonly href: string
  /** The first line of its notes. */
  readonly notes: string
  readonly articles: string
  readonly relevant: string
  readonly edited: string
  readonly editedIso: string
  /** `shared with other readers`, or whose it is; '' for one's own alone. */
  readonly sharing: string
}

/** What a reader may see of the collections. */
export interface CollectionLists {
  readonly own: readonly CountedCollection[]
  readonly shared: readonly CountedCollection[]
  readonly deleted: readonly CountedCollection[]
}

export function buildCollectionsPage({ own, shared, deleted }: CollectionLists): CollectionsPage {
  return {
    layout: buildLayout('Collections', 'collections', undefined, ['collections']),
    own: own.map((each) => buildLine(each, each.shared ? 'shared with other readers' : '')),
    shared: shared.map((each) => buildLine(each, sharedBy(each))),
    deleted: deleted.map((each) => buildLine(each, '')),
    deletedLabel: deleted.length === 0 ? '' : `${number(deleted.length)} thrown away`,
  }
}

/** `shared by Ann`; where the account is gone, by another reader. */
export function sharedBy({ ownerName }: Pick<CountedCollection, 'ownerName'>): string {
  return `shared by ${ownerName === '' ? 'another reader' : ownerName}`
}

function buildLine(collection: CountedCollection, sharing: string): CollectionLine {
  const { id, name, notes, articles, relevant, edited } = collection
  return {
    ...{ id, name, sharing },
    href: `/collections/${id}`,
    notes: firstLine(notes),
    articles: counted(articles, 'article'),
    relevant: relevant === 0 ? '' : `${number(relevant)} relevant`,
    edited: showMoment(edited),
    editedIso: edited,
  }
}

const longestLine = 200

function firstLine(notes: string): string {
  const [line = ''] = notes.split('\n')
  return line.length > longestLine ? `${line.slice(0, longestLine)}…` : line
}

/** The same as plain values, without what was thrown away. */
export function collectionsJson({ own, shared }: CollectionLists) {
  return { collections: own.map(toJson), shared: shared.map(toJson) }
}

function toJson(collection: CountedCollection) {
  const { id, name, notes, shared, created, edited, articles, relevant, ownerName } = collection
  return { id, name, notes, shared, owner: ownerName, created, edited, articles, relevant }
}
