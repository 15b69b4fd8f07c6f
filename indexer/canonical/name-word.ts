import { graphemesOf, skeletonOf, type Grapheme } from './graphemes.ts'

/** A folded word of a name, with its sounds. */
export interface NameWord {
  readonly letters: string
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
    const sounds = graphemesOf(letters)
    const key = skeletonOf(sounds)
    const skeleton = skeletons.get(key) ?? skeletons.size
    skeletons.set(key, skeleton)
    const word = { letters, sounds, skeleton }
    known.set(letters, word)
    return word
  }
}
