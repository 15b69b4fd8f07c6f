import { textFields, type Evidence, type StoredArticle } from '../../engine/article.ts'
import { foldLetters } from '../extract/names.ts'

/** Every place where an article has a spelling as whole words, capitals and accents as given, in reading order. */
export function placesOfSpelling(
  article: Pick<StoredArticle, 'title' | 'text'>,
  spelling: string,
): Evidence[] {
  return textFields.flatMap((field) =>
    wholeWords(article[field], spelling).map((start) => ({
      field,
      start,
      end: start + spelling.length,
    })),
  )
}

function wholeWords(text: string, spelling: string): number[] {
  const starts: number[] = []
  for (let at = text.indexOf(spelling); at >= 0; at = text.indexOf(spelling, at + 1)) {
    const [before, after] = [text.charAt(at - 1), text.charAt(at + spelling.length)]
    if (!isWordCharacter(before) && !isWordCharacter(after)) starts.push(at)
  }
  return starts
}

const isWordCharacter = (character: string) => /[\p{L}\p{N}]/u.test(character)

/** Whether a mention is written so; case, accents and spaces aside. */
export function isWritten(
  article: Pick<StoredArticle, 'title' | 'text'>,
  { field, start, end }: Evidence,
  spelling: string,
): boolean {
  return comparable(article[field].slice(start, end)) === comparable(spelling)
}

const comparable = (text: string) => foldLetters(text.replace(/\s+/g, ' '))
