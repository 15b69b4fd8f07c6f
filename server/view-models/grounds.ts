import type { FacetName, FacetValue, StoredArticle } from '../../engine/article.ts'
import { foldName } from '../../engine/archive/names.ts'
import { listedAs } from '../../engine/gazetteers/listed-names.ts'
import { listedValue } from '../../indexer/pipeline.ts'
import type { Mention } from './article-text.ts'
import { ruleInWords } from './rules-in-words.ts'

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

/** What found a value, for readers; `spelling` is '' where the text does not have it. */
export function explainRule(
  rule: string,
  facet: FacetName,
  value: Pick<FacetValue, 'id' | 'name'>,
  spelling: string,
): string {
  const programme = /^programme of (.*?), (.*)$/.exec(rule)
  if (programme) return `a programme of ${programme[1] ?? ''}; ${ruleInWords(programme[2] ?? '')}`
  // "list of places, its region after it": where the list wants a sign beside the name, the rule says which.
  const listed = /^list of [^,:]*(?=$|[,:])/.exec(rule)?.[0]
  const words = ruleInWords(rule)
  return listed === undefined || spelling === '' || !words.startsWith(listed)
    ? words
    : words.replace(/^[^,:;]*(?:: another name of .*)?/, asListed(rule, facet, value, spelling))
}

/** How the lists know a spelling. */
function asListed(
  rule: string,
  facet: FacetName,
  { id, name }: Pick<FacetValue, 'id' | 'name'>,
  spelling: string,
): string {
  const [list = ''] = rule.split(/[,:]/)
  const other = /: another name of (.*)$/.exec(rule)?.[1]
  if (other !== undefined) return `listed as another name of ${other}`
  if (foldName(spelling) === foldName(name)) return `in the ${list}`
  const isEntry = listedAs(facet, spelling).some((each) => each.id === id)
  return isEntry
    ? asOtherName(list, spelling, listedValue(facet, id)?.name ?? name)
    : `by the ${list}`
}

/** Where a correction calls the value so, its lists do not. */
function asOtherName(list: string, spelling: string, own: string): string {
  const isOwn = foldName(spelling) === foldName(own)
  return isOwn ? `in the ${list}` : `listed as another name of ${own}`
}
