import type { Timeline, TimelineUnit } from '../search-engine.ts'
import { countAll } from './all-values.ts'
import { isCutOff, periodCounts, type Counts } from './counts.ts'
import type { Searched } from './server.ts'
import type { Views } from './views.ts'

/** The timeline of an answer; more than two hundred years of months are counted by themselves. */
export async function timelineOf(
  searched: Searched,
  { matched, others }: Views,
  counts: Counts,
  unit: TimelineUnit,
): Promise<Timeline> {
  const counted = counts.get(unit) ?? new Map<string, number>()
  if (!isCutOff(counted)) return { unit, counts: periodCounts(counted) }
  const view = others.find(({ attributes }) => attributes.includes(unit)) ?? matched
  const all = await countAll(searched, view.filter, unit)
  return { unit, counts: periodCounts(all.counts) }
}
