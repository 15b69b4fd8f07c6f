import type { FacetName, StoredArticle } from '../engine/article.ts'
import type { Hit } from '../engine/hit.ts'
import type { Query } from '../engine/query/query.ts'
import { everything } from '../engine/search-engine.ts'
import { facetTable } from './facets.ts'
import type { Site } from './site.ts'

/** Another article that tells of the same, and by what it was found. */
export interface Similar {
  readonly hit: Hit
  /** Values that both name, the most telling first. */
  readonly shared: readonly RareValue[]
  /** Words of the title that it has, as this article writes them, the rarest first. */
  readonly words: readonly string[]
}

/** A value that few articles have. */
export interface RareValue {
  readonly facet: FacetName
  readonly id: string
  readonly name: string
  /** Of the archive. */
  readonly articles: number
}

/** Something that tells articles apart, the more the higher its weight: the logarithm of how rare it is (inverse document frequency). */
type Weighed<T> = T & { readonly weight: number }
type RareWord = Weighed<{ readonly text: string }>

/** Facets by which articles are alike; who published or is cited says little. */
const telling: ReadonlySet<FacetName> = new Set(['people', 'places', 'weapons'])

const mostValues = 10
const mostWords = 6
/** What more than this part of the archive has tells nothing. */
const commonPart = 0.05
/** In a small archive everything would be common. */
const commonAtLeast = 20
/** Of those that the engine ranks first, the likest are taken. */
const considered = 40
const shown = 5

/**
 * Up to five articles that have rare people, places and weapons or words of the title in common with one, the likest first: those that
 * share the most, weighed by how rare it is. Costs one small search for each of at most six words and one for all together. Its
 * near-duplicates are left out, and so is what shares a single thing only. Throws like `search`.
 */
export async function similarArticles(
  { engine, archive }: Pick<Site, 'engine' | 'archive'>,
  article: StoredArticle,
): Promise<Similar[]> {
  const articles = archive.count()
  const weigh = weightIn(articles)
  const values = tellingValues(archive, article, weigh)
  const words = await rareWords(engine, article.title, weigh)
  const [first, second, ...others] = [...values.map(asQuery), ...words.map(asWord)]
  if (!first || !second) return []
  const { hits } = await engine.search({
    ...everything,
    query: { kind: 'or', operands: [first, second, ...others] },
    sort: 'relevance',
    groupBy: 'family',
    pageSize: considered,
    facetSize: 0,
    timeline: 'year',
  })
  return hits
    .filter((hit) => hit.id !== article.id && !isInFamily(hit, article))
    .map((hit) => ({
      hit,
      values: values.filter((each) => has(hit, each)),
      words: wordsIn(hit, words),
    }))
    .filter((found) => found.values.length + found.words.length > 1)
    .toSorted((a, b) => scoreOf(b) - scoreOf(a))
    .slice(0, shown)
    .map((found) => ({
      hit: found.hit,
      shared: found.values,
      words: found.words.map(({ text }) => text),
    }))
}

/** 0 for what only one article has, and for what is common. */
function weightIn(articles: number): (having: number) => number {
  const common = Math.max(commonAtLeast, articles * commonPart)
  return (having) => (having < 2 || having > common ? 0 : Math.log(articles / having) + 1)
}

function scoreOf({
  values,
  words,
}: {
  readonly values: readonly Weighed<RareValue>[]
  readonly words: readonly RareWord[]
}): number {
  return [...values, ...words].reduce((sum, { weight }) => sum + weight, 0)
}

const asQuery = ({ facet, id }: RareValue): Query => ({ kind: 'facet', facet, name: id })
const asWord = ({ text }: RareWord): Query => ({ kind: 'word', text, spelling: 'exact' })

function isInFamily({ family }: Hit, article: StoredArticle): boolean {
  return article.family !== '' && family?.id === article.family
}

const has = ({ facets }: Hit, { facet, id }: RareValue) =>
  facets[facet].some((value) => value.id === id)

/** What an article names often and others seldom: the values of the highest weight, times the logarithm of their mentions. */
function tellingValues(
  archive: Site['archive'],
  { facets }: StoredArticle,
  weigh: (having: number) => number,
): Weighed<RareValue>[] {
  const values = facetTable
    .filter(({ name }) => telling.has(name))
    .flatMap(({ name: facet }) => {
      const ids = facets[facet].map(({ id }) => id)
      const counts = archive.articlesWith(facet, ids)
      return facets[facet].map(({ id, name, evidence }) => {
        const articles = counts.get(id) ?? 0
        const weight = weigh(articles) * (1 + Math.log(Math.max(1, evidence.length)))
        return { facet, id, name, articles, weight }
      })
    })
  return heaviest(values, mostValues)
}

/** The rarest of the longer words of a title: they say what it is about. */
async function rareWords(
  engine: Site['engine'],
  title: string,
  weigh: (having: number) => number,
): Promise<RareWord[]> {
  const words = new Set(title.match(/[\p{L}\p{N}][\p{L}\p{N}-]{4,}/gu))
  const longest = [...words].toSorted((a, b) => b.length - a.length).slice(0, mostWords)
  const weighed = longest.map(async (text) => {
    const query: Query = { kind: 'word', text, spelling: 'exact' }
    const { length } = await engine.matching({ ...everything, query })
    return { text, weight: weigh(length) }
  })
  return heaviest(await Promise.all(weighed), mostWords)
}

function heaviest<T extends { readonly weight: number }>(all: readonly T[], most: number): T[] {
  return all
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, most)
}

/** Words of ours that stand in what the hit shows of itself. */
function wordsIn({ title, titleMatches, passages }: Hit, words: readonly RareWord[]): RareWord[] {
  const pieces = [{ text: title, matches: titleMatches }, ...passages]
  const marked = new Set(
    pieces.flatMap(({ text, matches }) =>
      matches.map(([start, end]) => text.slice(start, end).toLowerCase()),
    ),
  )
  return words.filter(({ text }) => marked.has(text.toLowerCase()))
}
