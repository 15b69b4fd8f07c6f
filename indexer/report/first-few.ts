/** How many there were, and the first of them. */
export interface FirstFew<T> {
  readonly count: number
  readonly first: readonly T[]
}

/** Counts things of which only the first ones are kept, `most` at most. */
export class FewKept<T> {
  readonly #most: number
  readonly #first: T[] = []
  #count = 0

  constructor(most: number) {
    this.#most = most
  }

  add(item: T): void {
    this.#count++
    if (this.#first.length < this.#most) this.#first.push(item)
  }

  kept(): FirstFew<T> {
    return { count: this.#count, first: this.#first }
  }
}
