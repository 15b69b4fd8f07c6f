import { createRequire } from 'node:module'
import type { Chrono, Component } from 'chrono-node/en'
import { addDays, dateFrom } from '../day.ts'
import type { Clock } from './clock.ts'

/** Phrases are few and come again and again; as many are kept. */
const mostKept = 2_000
const kept = new Map<string, number | undefined>()

let chrono: Chrono | undefined

/** What a phrase counts in. */
type Unit = 'year' | 'month' | 'day'

/** How long a date is that is as precise. */
const lengths: Readonly<Record<Unit, number>> = { year: 4, month: 7, day: 10 }

/**
 * The date that a phrase such as "three days ago" or "last month" means, as precise as the phrase: a day, `YYYY-MM` or `YYYY`. '' where
 * the clock is less precise than that, and for what the parser does not read.
 */
export function readRelative(phrase: string, clock: Clock): string {
  const unit = unitOf(phrase)
  const now = [clock.day, clock.month, clock.year].find((date) => date.length >= lengths[unit])
  const distance = now === undefined ? undefined : distanceOf(phrase, unit)
  return now === undefined || distance === undefined ? '' : moved(now, distance, unit)
}

function unitOf(phrase: string): Unit {
  if (/year|decade|century/.test(phrase)) return 'year'
  return phrase.includes('month') ? 'month' : 'day'
}

/** How far from the present a phrase is, in its unit: parsed once, and not for every day of publication. */
function distanceOf(phrase: string, unit: Unit): number | undefined {
  if (kept.has(phrase)) return kept.get(phrase)
  if (kept.size >= mostKept) kept.clear()
  const distance = parse(phrase, unit)
  kept.set(phrase, distance)
  return distance
}

/** The middle of a month and of a year, so that a month more or less is the one before or after it. */
const present = new Date('2001-06-15T12:00:00Z')

function parse(phrase: string, unit: Unit): number | undefined {
  chrono ??= loadChrono()
  const [found] = chrono.parse(phrase, { instant: present, timezone: 0 })
  if (found?.text.length !== phrase.length) return undefined
  const part = (component: Component) => found.start.get(component) ?? 0
  const years = part('year') - 2001
  const months = 12 * years + part('month') - 6
  const days = Date.UTC(part('year'), part('month') - 1, part('day'), 12) - present.getTime()
  return { year: years, month: months, day: days / 86_400_000 }[unit]
}

function moved(now: string, distance: number, unit: Unit): string {
  const [year, month] = [Number(now.slice(0, 4)), Number(now.slice(5, 7))]
  switch (unit) {
    case 'year':
      return dateFrom(year + distance)
    case 'month': {
      const months = 12 * year + month - 1 + distance
      return dateFrom(Math.floor(months / 12), (months % 12) + 1)
    }
    case 'day':
      return addDays(now, distance)
  }
}

// Not imported: where no text has such a phrase its parser is not needed.
function loadChrono(): Chrono {
  const loaded: unknown = createRequire(import.meta.url)('chrono-node/en')
  if (!isParserModule(loaded)) throw new Error('chrono-node is not as expected. Run npm ci again.')
  return loaded.casual
}

function isParserModule(loaded: unknown): loaded is { readonly casual: Chrono } {
  return typeof loaded === 'object' && loaded !== null && 'casual' in loaded
}
