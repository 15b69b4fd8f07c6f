import type { Clock } from './clock.ts'
import { behind } from './found-date.ts'
import { readRelative } from './relative-phrase.ts'

/** What stands behind a month or a day and tells its year. */
export interface YearBeside {
  /** undefined where the year is that of something else: "July of that year". */
  readonly year: number | undefined
  /** In UTF-16 units. */
  readonly length: number
}

const printed = /^\.?,? (?:of )?(\d{4})(?![\d,.]\d|\d|[-–]\d)/
const related =
  /^\.? (?:of )?(?:(?:earlier|later) )?((?:last|this|next) year|(?:a|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) years? ago)(?![\p{L}\d’'-])/u
const ofOther =
  /^\.?(?:,? (?:of )?(?:the same|that(?: same)?)|,? (?:a|one|two|three|\d{1,2})(?= years? (?:earlier|later|before|prior))| (?:of )?the (?:previous|preceding|prior|following|next)| the(?= year (?:before|after)\b)) years?(?: (?:earlier|later|before|after|prior))?(?![\p{L}\d’'-])/u

/** The year behind a position: "2016", "of last year", "a year ago", "the same year"; undefined where none is told there. */
export function yearBeside(text: string, at: number, clock: Clock): YearBeside | undefined {
  const rest = behind(text, at)
  const [number, year] = printed.exec(rest) ?? []
  if (number !== undefined) return { year: Number(year), length: number.length }
  const [phrase, words = ''] = related.exec(rest) ?? []
  if (phrase !== undefined) return { year: relatedYear(words, clock), length: phrase.length }
  const other = ofOther.exec(rest)
  return other ? { year: undefined, length: other[0].length } : undefined
}

function relatedYear(words: string, clock: Clock): number | undefined {
  const date = readRelative(words, clock)
  return date === '' ? undefined : Number(date.slice(0, 4))
}
