/** What is known of the time from which a text speaks. */
export interface Clock {
  /** `YYYY-MM-DD`, '' when the day of publication is unknown. */
  readonly day: string
  /** `YYYY-MM`, '' when unknown. */
  readonly month: string
  /** `YYYY`, '' when unknown. */
  readonly year: string
}

/** The clock of an article: a partial date of publication tells a month or a year, an unknown one nothing. */
export function clockOf(published: string): Clock {
  const upTo = (length: number) => (published.length >= length ? published.slice(0, length) : '')
  return { day: upTo(10), month: upTo(7), year: upTo(4) }
}
