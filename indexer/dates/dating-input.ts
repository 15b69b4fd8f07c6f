/** What may tell when an article was published. */
export interface DatingInput {
  /** As the source gives it, the most trustworthy first. */
  readonly published: readonly string[]
  /** Lines of the article that print a date. */
  readonly printedDates: readonly string[]
  readonly dateline: string
  readonly url: string
  readonly text: string
  /** BCP 47, '' when unknown. */
  readonly language: string
  /** What cleaning took out of the text: a copyright line may tell the year. */
  readonly removed: readonly string[]
}
