import { analyse } from '../text/analyse.ts'
import { stem } from '../text/stem.ts'
import type { Vocabulary } from '../vocabulary/vocabulary.ts'
import { areAlike, initialsOf } from './alike.ts'
import type { NameIndex } from './name-index.ts'
import { isOrdinaryWord } from './ordinary-word.ts'
import type { Substitute } from './substitute.ts'
import { isLetters, type TypedWord } from './typed-words.ts'

/** Further people with one word in their names are passed over. */
const mostPeople = 300

/**
 * Other spellings of the words of a literal in the names of people, each for the articles that carry one of those: Dehqan is
 * Dehghan where the article has Hossein Dehghan, who is called both.
 */
export function peopleSubstitutes(
  words: readonly TypedWord[],
  names: NameIndex,
  vocabulary: Vocabulary,
): Substitute[] {
  return words.flatMap((word, from) => {
    if (!isLetters(word.form) || isOrdinaryWord(word, vocabulary)) return []
    const beside = [words[from - 1], words[from + 1]].flatMap((other) => nameWord(other, names))
    return spellingsOf(word, beside, names).map((spelling) => ({
      ...spelling,
      from,
      to: from + 1,
    }))
  })
}

/** The form of a word that is in somebody's name. */
function nameWord(word: TypedWord | undefined, names: NameIndex): string[] {
  return word && names.idsWithWord('people', word.form, 1).length > 0 ? [word.form] : []
}

/** Whether somebody is called so, or alike: Ali Dehghan is not Hossein Dehghan. */
function isCalled(person: readonly PersonName[], form: string): boolean {
  return person.some(({ words }) =>
    [...words.keys()].some((word) => word === form || areAlike(word, form)),
  )
}

type Spelling = Omit<Substitute, 'from' | 'to'>

/** `neighbours` are name words beside it, which have to be of the same person. */
function spellingsOf(
  { form, term }: TypedWord,
  neighbours: readonly string[],
  names: NameIndex,
): Spelling[] {
  const beside = names
    .wordsBeside('people', form, initialsOf(form))
    .filter(({ word }) => areAlike(form, word) && stem(word) !== term)
  const ids = [...new Set(beside.map(({ id }) => id))].slice(0, mostPeople)
  if (ids.length === 0) return []
  const people = peopleNamed(ids, names)
  const spellings = new Map<string, Found>()
  for (const { id, word } of beside) {
    const person = people.get(id)
    if (person && neighbours.every((each) => isCalled(person, each)))
      addSpelling(spellings, id, seenAs(word, form, person))
  }
  const shown = names.displayNames('people', ids)
  return [...spellings].map(([spelling, { ids: bearers, text, weight }]) => {
    const [only = ''] = bearers
    const name = bearers.length === 1 ? (shown.get(only) ?? '') : ''
    return { terms: [spelling], text, among: { facet: 'people', ids: bearers }, name, weight }
  })
}

interface PersonName {
  readonly articles: number
  /** As written, by their forms. */
  readonly words: ReadonlyMap<string, string>
}

function peopleNamed(ids: readonly string[], names: NameIndex): Map<string, PersonName[]> {
  const people = new Map<string, PersonName[]>()
  for (const { id, name, articles } of names.namesOf('people', ids)) {
    const { forms, starts, ends } = analyse(name)
    const words = new Map(forms.map((form, i) => [form, name.slice(starts[i], ends[i])]))
    people.set(id, [...(people.get(id) ?? []), { articles, words }])
  }
  return people
}

interface Seen {
  readonly term: string
  readonly text: string
  readonly articles: number
}

/** How a person's names write a word; undefined where one name has both words, which then are two: Hassan Hassani. */
function seenAs(word: string, typed: string, person: readonly PersonName[]): Seen | undefined {
  const having = person.filter(({ words }) => words.has(word))
  if (having.some(({ words }) => words.has(typed))) return undefined
  // The archive also knows parts of words that texts do not: the Donnell of O'Donnell.
  if (!person.some(({ words }) => words.has(typed))) return undefined
  const text = having[0]?.words.get(word)
  if (text === undefined) return undefined
  return {
    term: stem(word),
    text,
    articles: having.reduce((sum, { articles }) => sum + articles, 0),
  }
}

interface Found {
  readonly ids: string[]
  readonly text: string
  weight: number
}

function addSpelling(spellings: Map<string, Found>, id: string, seen: Seen | undefined): void {
  if (!seen) return
  const known = spellings.get(seen.term) ?? { ids: [], text: seen.text, weight: 0 }
  if (!known.ids.includes(id)) known.ids.push(id)
  known.weight += seen.articles
  spellings.set(seen.term, known)
}
