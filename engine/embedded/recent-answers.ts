import type { PackedAnswer } from './packed-answer.ts'

/** In bytes: some two hundred answers. */
const mostKept = 24 * 1024 * 1024

/**
 * The answers of the last searches, for readers who come back to one: by Back, from an article, by the next page of a list that is asked
 * for twice. They hold for one state of archive and index and are dropped with it, so none is ever out of date.
 */
export class RecentAnswers {
  readonly #most: number
  readonly #answers = new Map<string, PackedAnswer>()
  #state = ''
  #bytes = 0

  constructor(most = mostKept) {
    this.#most = most
  }

  /** `state` names everything that an answer depends on besides the question. */
  find(state: string, question: string): PackedAnswer | undefined {
    if (state !== this.#state) return undefined
    const found = this.#answers.get(question)
    if (found) {
      // The one used last is dropped last.
      this.#answers.delete(question)
      this.#answers.set(question, found)
    }
    return found
  }

  /** `state` is that from before the search: one that meets a change in between is not found by whoever comes after it. */
  keep(state: string, question: string, answer: PackedAnswer): void {
    if (state !== this.#state) this.#empty(state)
    this.#drop(question)
    this.#answers.set(question, answer)
    this.#bytes += answer.byteLength
    for (const oldest of this.#answers.keys()) {
      if (this.#bytes <= this.#most) break
      this.#drop(oldest)
    }
  }

  #empty(state: string): void {
    this.#answers.clear()
    this.#bytes = 0
    this.#state = state
  }

  #drop(question: string): void {
    this.#bytes -= this.#answers.get(question)?.byteLength ?? 0
    this.#answers.delete(question)
  }
}
