import type { FacetName, FacetValue, StoredArticle } from '../../engine/article.ts'
import { foldName } from '../../engine/archive/names.ts'
import { listedAs } from '../../engine/gazetteers/listed-names.ts'
import type { Mention } from './article-text.ts'

/** Why mentions of a value are taken for it: all that are written alike and were found alike. */
export interface Ground {
  /** As the article writes it. */
  readonly spelling: string
  /** What found it, for readers. */
  readonly why: string
  readonly mentions: readonly Mention[]
}

/** Sorts the mentions of a value by how they are written and what found them, the most frequent first. */
export function groundsOf(
  article: StoredArticle,
  facet: FacetName,
  value: FacetValue,
  mentions: readonly Mention[],
): Ground[] {
  const grounds = new Map<string, { spelling: string; why: string; mentions: Mention[] }>()
  for (const [nth, mention] of mentions.entries()) {
    const { field, start, end } = mention
    const spelling = article[field].slice(start, end).replace(/\s+/g, ' ')
    const rule = value.evidence[nth]?.rule ?? value.rule
    const key = `${rule}\n${spelling}`
    const known = grounds.get(key)
    if (known) known.mentions.push(mention)
    else
      grounds.set(key, {
        spelling,
        why: explainRule(rule, facet, value, spelling),
        mentions: [mention],
      })
  }
  return [...grounds.values()].sort((a, b) => b.mentions.length - a.mentions.length)
}

/** What a rule says, where its own words are short. */
const inWords: ReadonlyMap<string, string> = new Map([
  ['metadata', 'named by the source of the article'],
  ['web address', 'by the web address of the article'],
  ['names itself', 'the text speaks of itself so'],
  ['first name known', 'begins with a known first name'],
  ['title before the name', 'a title stands before the name'],
  ['described after the name', 'the text says behind the name who it is'],
  ['ship prefix', 'a prefix of ships stands before the name'],
  ['ship named before', 'the name of a ship that the article gave before'],
  ['reference in brackets', 'given in brackets as the source'],
  ['reference with its date', 'given as the source, with a date'],
])

/** What found a value, for readers; `spelling` is '' where the text does not have it. */
export function explainRule(
  rule: string,
  facet: FacetName,
  { id, name }: Pick<FacetValue, 'id' | 'name'>,
  spelling: string,
): string {
  if (spelling === '' || !rule.startsWith('list of ')) return inWords.get(rule) ?? rule
  if (rule.includes(': another name of ')) return `listed as ${rule.replace(/^.*?: /, '')}`
  if (foldName(spelling) === foldName(name)) return `in the ${rule}`
  const isListed = listedAs(facet, spelling).some((listed) => listed.id === id)
  // Where the list wants a sign beside the name, the rule says which: "list of places, its region after it".
  return isListed
    ? rule.replace(/^list of [^,]*/, `listed as another name of ${name}`)
    : `by the ${rule}`
}
