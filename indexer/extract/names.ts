import { fold } from '../../engine/text/fold.ts'
import { transliterate } from '../../engine/text/transliterate.ts'

/** Lower case in plain Latin letters: folded as texts are, and Cyrillic transliterated as weapon designators are (С-300 → s-300). */
export function foldLetters(text: string): string {
  return transliterate(text.replace(/\S+/gu, (word) => fold(word)))
}

/**
 * The readable id of a name: `Hossein Dehghan` → `hossein-dehghan`. Scripts without Latin letters keep their own;
 * a name without any letter or digit becomes `unnamed`.
 */
export function slug(name: string): string {
  const id = foldLetters(name)
    .replace(/['’ʼʻ‘.]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
  return id === '' ? 'unnamed' : id
}
