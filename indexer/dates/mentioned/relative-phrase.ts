import { createRequire } from 'node:module'
import type { Chrono, Component } from 'chrono-node/en'
import type { Clock } from './clock.ts'

/** Phrases of one day are few and come again and again; as many are kept. */
const mostKept = 2_000
const kept = new Map<string, string>()

let chrono: Chrono | undefined

/**
 * The date that a phrase such as "three days ago" or "last month" means, as precise as the phrase: a day, `YYYY-MM` or `YYYY`. '' where
 * the clock is less precise than that, and for what the parser does not read.
 */
export function readRelative(phrase: string, clock: Clock): string {
  const length = /year|decade|century/.test(phrase) ? 4 : phrase.includes('month') ? 7 : 10
  const now = [clock.day, clock.month, clock.year].find((date) => date.length >= length) ?? ''
  if (now === '') return ''
  const key = `${now} ${phrase}`
  const known = kept.get(key)
  if (known !== undefined) return known
  if (kept.size >= mostKept) kept.clear()
  const date = parse(phrase, now).slice(0, length)
  kept.set(key, date)
  return date
}

function parse(phrase: string, now: string): string {
  chrono ??= loadChrono()
  // The middle of a month or year, so that a month more or less is the one before or after it.
  const day = `${now}-06-15`.slice(0, 4) === now ? `${now}-06-15` : `${now}-15`.slice(0, 10)
  const [found] = chrono.parse(phrase, { instant: new Date(`${day}T12:00:00Z`), timezone: 0 })
  if (found?.text.length !== phrase.length) return ''
  const part = (component: Component) => String(found.start.get(component)).padStart(2, '0')
  return `${part('year')}-${part('month')}-${part('day')}`
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
