import { facetNames, type Article, type Evidence, type FacetName } from '../engine/article.ts'
import type { FacetValue } from '../engine/article.ts'
import { dateOf, periodOf } from '../engine/dates.ts'
import { inventedSoFar, inventedWord } from './invented-words.ts'

/** An article taken apart, so that others can be made from its sentences. */
export interface Original {
  readonly article: Article
  readonly sentences: readonly Sentence[]
  readonly title: readonly Mention[]
}

interface Sentence {
  /** With the white space behind it. */
  readonly text: string
  readonly mentions: readonly Mention[]
}

/** A piece of evidence; start and end count from the beginning of its sentence or title. */
interface Mention {
  readonly facet: FacetName
  readonly value: FacetValue
  readonly start: number
  readonly end: number
}

/** Takes an article apart. Evidence that crosses the end of a sentence is left out: it may not stay together. */
export function takeApart(article: Article): Original {
  const pieces = [...article.text.matchAll(/[^.!?\n]*(?:[.!?\n]+[”"’)]*\s*|$)/g)].filter(
    ([text]) => text !== '',
  )
  const starts = pieces.map((piece) => piece.index)
  const mentions: Mention[][] = pieces.map(() => [])
  const title: Mention[] = []
  for (const { facet, value, at } of mentionsOf(article)) {
    if (at.field === 'title') {
      title.push({ facet, value, start: at.start, end: at.end })
      continue
    }
    const sentence = starts.findLastIndex((start) => start <= at.start)
    const start = starts[sentence] ?? 0
    const inside = at.end <= start + (pieces[sentence]?.[0].length ?? 0)
    if (inside)
      mentions[sentence]?.push({ facet, value, start: at.start - start, end: at.end - start })
  }
  return {
    article,
    sentences: pieces.map(([text], i) => ({ text, mentions: mentions[i] ?? [] })),
    title,
  }
}

function* mentionsOf(
  article: Article,
): Generator<{ facet: FacetName; value: FacetValue; at: Evidence }> {
  for (const facet of facetNames)
    for (const value of article.facets[facet])
      for (const at of value.evidence) yield { facet, value, at }
}

/** Of the sentences of an article, and how many from others come in their place. */
const dropped = 0.12
const keepsOutlet = 0.7
const keepsTitle = 0.5
const namesPerson = 0.25
const mostDaysShifted = 400

/**
 * Makes another article from one: its sentences in another order, some dropped and about as many taken from two others, two words
 * that hardly any other article has, another day, now and then another title, outlet or person. The facets go with the
 * sentences that prove them: each keeps the evidence that is left, and a value without any is gone.
 */
export function vary(
  original: Original,
  others: readonly Original[],
  number: number,
  random: () => number,
): Article {
  const draft = new Draft(pick([original, pick(others, random)], random, keepsTitle))
  const first = Math.floor(random() * original.sentences.length)
  for (const sentence of [
    ...original.sentences.slice(first),
    ...original.sentences.slice(0, first),
  ]) {
    if (random() >= dropped) draft.add(sentence)
    if (random() < dropped) draft.add(pick(pick(others, random).sentences, random))
  }
  draft.add(inventedSentence(number, random))
  const publisher = random() < keepsOutlet ? original : pick(others, random)
  return draft.finish(original.article, publisher.article, random)
}

function pick<T>(from: readonly T[], random: () => number, first = 0): T {
  const at = random() < first ? 0 : Math.floor(random() * from.length)
  const item = from[at]
  if (item === undefined) throw new Error('There is nothing to take a sentence from.')
  return item
}

class Draft {
  readonly #title: Original
  #text = ''
  readonly #values = new Map<
    string,
    { facet: FacetName; value: FacetValue; evidence: Evidence[] }
  >()

  constructor(title: Original) {
    this.#title = title
    for (const mention of title.title) this.#note('title', mention, 0)
  }

  add(sentence: Sentence): void {
    if (/\S$/.test(this.#text)) this.#text += ' '
    for (const mention of sentence.mentions) this.#note('text', mention, this.#text.length)
    this.#text += sentence.text
  }

  finish(original: Article, publisher: Article, random: () => number): Article {
    return {
      ...original,
      title: this.#title.article.title,
      text: this.#text.trimEnd(),
      url: '',
      outlet: publisher.outlet,
      published: shifted(original.published, random),
      facets: {
        people: this.#valuesOf('people'),
        places: this.#valuesOf('places'),
        weapons: this.#valuesOf('weapons'),
        cites: this.#valuesOf('cites'),
        // Known from the field, wherever it was found in the article that this one was made from.
        outlet: publisher.facets.outlet.map((value) => ({
          ...value,
          evidence: [],
          rule: 'metadata',
        })),
      },
    }
  }

  #note(field: Evidence['field'], { facet, value, start, end }: Mention, at: number): void {
    const key = `${facet} ${value.id}`
    const noted = this.#values.get(key) ?? { facet, value, evidence: [] }
    noted.evidence.push({ field, start: at + start, end: at + end })
    this.#values.set(key, noted)
  }

  #valuesOf(facet: FacetName): FacetValue[] {
    return [...this.#values.values()]
      .filter((noted) => noted.facet === facet)
      .map(({ value, evidence }) => ({ ...value, evidence }))
  }
}

function shifted(published: string, random: () => number): string {
  const day = published.length === 10 ? periodOf(published)?.first : undefined
  return day === undefined
    ? published
    : dateOf(day + Math.round((random() * 2 - 1) * mostDaysShifted))
}

function inventedSentence(number: number, random: () => number): Sentence {
  const words = inventedSoFar(number)
  const person = inventedWord(Math.floor(random() * words))
  const place = inventedWord(Math.floor(random() * words))
  const before = 'Spokesman '
  const text = `${before}${person} of ${place} declined to comment.`
  if (random() >= namesPerson) return { text, mentions: [] }
  const value: FacetValue = {
    id: person.toLowerCase(),
    name: person,
    evidence: [],
    rule: 'title before a name',
    broader: [],
  }
  const start = before.length
  return { text, mentions: [{ facet: 'people', value, start, end: start + person.length }] }
}
