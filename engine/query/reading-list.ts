import type { Reading } from '../search-engine.ts'
import { fold } from '../text/fold.ts'
import type { WrittenAlternative } from './alternatives.ts'

/** Of further spellings and names of a word only the number is told. */
const mostTold = 12

/** Collects how literals were read, each once however often it was typed. */
export class ReadingList {
  readonly #readings = new Map<string, Reading>()

  /** Adds what a literal stands for besides what was typed; nothing where that is nothing. */
  add(typed: string, others: readonly Pick<WrittenAlternative, 'text' | 'name'>[]): void {
    const told = new Map(others.map(({ text, name }) => [`${fold(text)} ${name}`, { text, name }]))
    const also = [...told.values()]
    if (also.length > 0) this.#readings.set(typed, { typed, also: shortened(also) })
  }

  all(): Reading[] {
    return [...this.#readings.values()]
  }
}

function shortened(also: Reading['also']): Reading['also'] {
  if (also.length <= mostTold) return also
  return [...also.slice(0, mostTold), { text: `${also.length - mostTold} more`, name: '' }]
}
