import { undated } from '../engine/article.ts'

/** The parts of an article that has neither dateline nor dates. */
export const withoutDates = { dateline: '', dating: undated, datesMentioned: [] } as const
