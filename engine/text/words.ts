import { readTokens, type Word } from './read-tokens.ts'

/** What a text consists of, without the places. */
export interface TextWords {
  /** In the order of the text. */
  readonly terms: readonly string[]
  /** Each word of the text, as a rule once, though again where it is also written with other capitals. */
  readonly words: readonly Word[]
  /** Those of them that the texts read since then did not have, and some that they had. */
  readonly fresh: readonly Word[]
}

let readings = 0

/** How many texts this thread has read: what `wordsOf` can count from. */
export const textsRead = (): number => readings

/**
 * The terms and forms that `analyse` finds, in less time: most words come again, and are the same object then. `since` is what
 * `textsRead` said when the reading of which this text is a part began.
 */
export function wordsOf(text: string, since: number): TextWords {
  const reading = ++readings
  const terms: string[] = []
  const words: Word[] = []
  const fresh: Word[] = []
  readTokens(text, {
    addChunk(chunk) {
      terms.push(chunk.term)
      const { lastMet } = chunk
      if (lastMet === reading) return
      chunk.lastMet = reading
      words.push(chunk)
      if (lastMet <= since) fresh.push(chunk)
    },
    add(word) {
      terms.push(word.term)
      words.push(word)
      fresh.push(word)
    },
  })
  return { terms, words, fresh }
}
