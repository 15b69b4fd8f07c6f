import { dateOf, periodOf } from '../dates.ts'
import type { PeriodCount, TimelineUnit } from '../search-engine.ts'
import type { FacetColumns } from './columns.ts'
import { firstDayOf, knownOf, toTheDay, toTheMonth, toTheYear, undated } from './packed-date.ts'

const leastKnown = { day: toTheDay, month: toTheMonth, year: toTheYear } as const
const lengthOfName = { day: 10, month: 7, year: 4 } as const

/** When articles were published: what is counted. */
export type Dates = Pick<FacetColumns, 'dateOf' | 'firstDay' | 'lastDay'>

/** Counts articles by day while they are gone through, and adds the days up to the periods of a timeline at the end. */
export class PeriodCounter {
  readonly unit: TimelineUnit
  readonly #columns: Dates
  readonly #firstDay: number
  readonly #perDay: Int32Array
  readonly #within: { readonly from: string; readonly to: string }

  /** By day, only those of `within` are listed. */
  constructor(
    columns: Dates,
    unit: TimelineUnit,
    within: { readonly from: string; readonly to: string },
  ) {
    this.unit = unit
    this.#columns = columns
    this.#firstDay = columns.firstDay
    this.#perDay = new Int32Array(columns.lastDay - columns.firstDay + 1)
    this.#within = within
  }

  count(sequence: number): void {
    const date = this.#columns.dateOf(sequence)
    if (date === undated || knownOf(date) > leastKnown[this.unit]) return
    const day = firstDayOf(date) - this.#firstDay
    this.#perDay[day] = (this.#perDay[day] ?? 0) + 1
  }

  /** In date order, without the empty ones. */
  counts(): PeriodCount[] {
    const counts: PeriodCount[] = []
    const [begin, end] = this.#listed()
    for (let day = begin; day < end;) {
      const period = dateOf(day + this.#firstDay).slice(0, lengthOfName[this.unit])
      const next = Math.min(end, (periodOf(period)?.last ?? day) + 1 - this.#firstDay)
      const count = this.#sum(day, next)
      if (count > 0) counts.push({ period, count })
      day = next
    }
    return counts
  }

  #listed(): readonly [begin: number, end: number] {
    const length = this.#perDay.length
    if (this.unit !== 'day') return [0, length]
    const first = (periodOf(this.#within.from)?.first ?? 0) - this.#firstDay
    const last = (periodOf(this.#within.to)?.last ?? 0) - this.#firstDay
    return [Math.max(0, first), Math.min(length, last + 1)]
  }

  #sum(begin: number, end: number): number {
    let sum = 0
    for (let day = begin; day < end; day++) sum += this.#perDay[day] ?? 0
    return sum
  }
}
