/** A run of letters and digits inside a chunk, as spelled, with the joiner that precedes it ('' for the first). */
export interface Part {
  readonly raw: string
  readonly start: number
  readonly end: number
  readonly before: '' | '-' | "'" | '.' | ','
}
