import type { MentionedDate } from '../../../engine/article.ts'
import type { Clock } from './clock.ts'

/** A word of a text that may be part of a date. */
export interface Trigger {
  readonly text: string
  readonly word: string
  readonly start: number
  readonly end: number
  /** Where the date found last ends, 0 when there is none: "in 2010 and 2014". */
  readonly previousEnd: number
  readonly clock: Clock
}

/** The dates that a trigger is part of, in reading order; empty where it is part of none. */
export type FindDates = (trigger: Trigger) => readonly MentionedDate[]

/** What stands before a position, so much of it as a date and its preposition may take. */
export function before(text: string, at: number): string {
  return text.slice(Math.max(0, at - 40), at)
}

/** The same behind it. */
export function behind(text: string, at: number): string {
  return text.slice(at, at + 40)
}
