import { graphemesOf, skeletonOf, type Grapheme } from './graphemes.ts'

/** A folded word of a name, with its sounds. */
export interface NameWord {
  readonly letters: string
  /** Taken apart when they are first asked for: most words are never compared. */
  readonly sounds: readonly Grapheme[]
  /** A number that words share whose `skeletonOf` is equal. */
  readonly skeleton: number
}

/** Makes words of letters, each once: many people share a given name. */
export function nameWords(): (letters: string) => NameWord {
  const known = new Map<string, NameWord>()
  const skeletons = new Map<string, number>()
  return (letters) => {
    const found = known.get(letters)
    if (found) return found
    const key = skeletonOf(graphemesOf(letters))
    const skeleton = skeletons.get(key) ?? skeletons.size
    skeletons.set(key, skeleton)
    const word = new HeardWord(letters, skeleton)
    known.set(letters, word)
    return word
  }
}

/** Small, because an archive has a hundred thousand of them. */
class HeardWord implements NameWord {
  readonly letters: string
  readonly skeleton: number
  #sounds: readonly Grapheme[] | undefined

  constructor(letters: string, skeleton: number) {
    this.letters = letters
    this.skeleton = skeleton
  }

  get sounds(): readonly Grapheme[] {
    this.#sounds ??= graphemesOf(this.letters)
    return this.#sounds
  }
}
