import { facets } from '../facets.ts'
import type { NameOf } from '../names.ts'
import { showMoment } from '../show-date.ts'
import type { QueryRecord } from '../store/query-record.ts'
import { counted, number } from './counting.ts'
import { describeSaved } from './describe-saved.ts'

/** A record as a table shows it: what is asked, what was answered. */
export interface RecordView {
  readonly id: number
  readonly when: string
  readonly whenIso: string
  readonly reason: string
  readonly total: string
  readonly hash: string
  readonly lines: readonly {
    readonly label: string
    readonly value: string
    readonly isCode: boolean
  }[]
}

const reasons = { saved: 'when the query was saved', seen: 'when it was marked as seen' }

export function showRecord(record: QueryRecord, nameOf: NameOf): RecordView {
  const { id, taken, reason, search, total, bound, sequence, change, mark, idsHash, purged } =
    record
  const line = (label: string, value: string, isCode = false) => ({ label, value, isCode })
  return {
    ...{ id, whenIso: taken, hash: idsHash },
    when: showMoment(taken),
    reason: reasons[reason],
    total: counted(total, 'article', { bound }),
    lines: [
      line('Taken', `${showMoment(taken)}, ${reasons[reason]}`),
      line('Search', describeSaved(search, nameOf)),
      ...(record.filters.length === 0 ? [] : [line('Filters', describeFilters(record))]),
      line('Found', counted(total, 'article', { bound })),
      ...(purged === 0
        ? []
        : [
            line(
              'Taken down since',
              `${counted(purged, 'article')}, of which nothing is kept here`,
            ),
          ]),
      line('SHA-256 of the ids', idsHash, true),
      line('Archive', `up to article ${number(sequence)}; change ${change}, mark ${mark}`),
      line(
        'Made with',
        Object.entries(record.versions)
          .map(([name, version]) => `${name} ${version}`)
          .join(' · '),
      ),
      line('Address', search, true),
    ],
  }
}

function describeFilters({ filters }: QueryRecord): string {
  return filters
    .map(({ facet, role, id, name }) => `${facets[facet].label}, ${role}: ${name} (${id})`)
    .join('; ')
}

/** A record as plain data. */
export function recordJson(record: QueryRecord) {
  const { id, taken, reason, search, understood, filters, versions, change, mark } = record
  const { sequence, total, bound, idsHash, purged, hasEntries } = record
  return {
    ...{ id, taken, reason, search, understood, versions },
    filters: filters.map(({ facet, ...filter }) => {
      return { facet: facets[facet].parameter, ...filter }
    }),
    archive: { change, mark, sequence },
    ...{ total, bound, idsHash, purged, hasEntries },
  }
}
