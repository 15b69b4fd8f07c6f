import type { FacetName } from '../../engine/article.ts'
import type { Dossier, Part } from '../entities/dossier.ts'
import type { Entity, Relative } from '../entities/entity.ts'
import { entityLink } from '../entities/links.ts'
import { facets } from '../facets.ts'
import { addValue } from '../filters.ts'
import { emptyState } from '../search-state.ts'
import { firstValues, valuesLink } from '../values-state.ts'
import type { Corrected } from './corrected.ts'
import { beginSentence, counted, number } from './counting.ts'
import { buildPart, type PartView } from './entity-parts.ts'
import { buildLayout, type Layout } from './layout.ts'
import { searchLink } from './links.ts'

/** Everything that the page of an entity prints. */
export interface EntityPage {
  readonly layout: Layout
  readonly kind: FacetName
  readonly name: string
  /** What it is: `Person`, `Outlet and cited source`. */
  readonly what: string
  readonly id: string
  readonly actions: readonly { readonly label: string; readonly href: string }[]
  readonly facts: readonly { readonly label: string; readonly text: string }[]
  /** Which list the facts are from; '' where no list has it. */
  readonly source: string
  readonly relatives: readonly RelativesView[]
  readonly spellings: FoldedList
  /** Names that the list has besides. */
  readonly listedNames: FoldedList
  readonly formerIds: string
  readonly parts: readonly PartView[]
  readonly corrected: Corrected | undefined
  readonly formToken: string
}

/** What stands above or below. */
interface RelativesView {
  readonly heading: string
  readonly lines: readonly {
    readonly name: string
    readonly href: string
    readonly count: string
  }[]
  readonly allHref: string
  readonly allLabel: string
}

/** What is seen at once, and what is behind "more". */
interface FoldedList {
  readonly first: readonly string[]
  readonly more: readonly string[]
  readonly moreLabel: string
}

/** What the page shows besides the dossier. */
export interface EntitySurroundings {
  /** Corrections are the reader's to make. */
  readonly mayCorrect: boolean
  readonly corrected: Corrected | undefined
  readonly formToken: string
}

const relativesShown = 12
const namesAtOnce = 12
const mostNames = 100

export function buildEntityPage(
  { entity, parts }: Dossier,
  { mayCorrect, corrected, formToken }: EntitySurroundings,
): EntityPage {
  const { facet, id, name, listed, formerIds } = entity
  return {
    layout: buildLayout(name, 'search', emptyState, ['entities']),
    ...{ id, name, kind: facet, what: describeKind(entity) },
    actions: [...buildActions(entity), ...(mayCorrect ? buildCorrecting(entity, parts) : [])],
    facts: buildFacts(entity),
    source: listed?.file ?? '',
    relatives: buildRelatives(entity),
    spellings: foldSpellings(entity),
    listedNames: fold(listed?.names ?? [], 'name'),
    formerIds: formerIds.join(', '),
    parts: parts.map((part) => buildPart(part, entity)),
    ...{ corrected, formToken },
  }
}

function describeKind({ facet, listed }: Entity): string {
  if (facet === 'outlet') return 'Outlet and cited source'
  const kind = listed?.facts.find(({ column }) => column === 'kind')?.text
  return beginSentence(kind ?? facets[facet].noun)
}

function buildActions({ facet, id }: Entity): EntityPage['actions'] {
  const including = addValue(emptyState, facet, 'include', id)
  const excluding = addValue(emptyState, facet, 'exclude', id)
  const isMedium = facet === 'outlet'
  const citing = addValue(emptyState, 'cites', 'include', id)
  return [
    { label: isMedium ? 'Search what it published' : 'Search', href: searchLink(including) },
    ...(isMedium ? [{ label: 'Search who cites it', href: searchLink(citing) }] : []),
    { label: 'Search without', href: searchLink(excluding) },
    ...(isMedium
      ? [{ label: 'Compare it', href: `/compare?outlet=${encodeURIComponent(id)}` }]
      : []),
  ]
}

/** A medium is corrected as one that publishes and as one that is cited. */
function buildCorrecting({ facet, id }: Entity, parts: readonly Part[]): EntityPage['actions'] {
  const labels = { named: 'Correct', published: 'Correct as outlet', cited: 'Correct as source' }
  return parts.map(({ role, facet: each }) => {
    const fields = { [facets[each].parameter]: id, back: entityLink(facet, id) }
    return { label: labels[role], href: `/correct?${new URLSearchParams(fields).toString()}` }
  })
}

function buildFacts({ listed, facet }: Entity): EntityPage['facts'] {
  const isKindSaid = facet === 'places'
  return (listed?.facts ?? [])
    .filter(({ column }) => !(isKindSaid && column === 'kind'))
    .map(({ column, text }) => ({ label: beginSentence(column), text }))
}

function buildRelatives({ facet, id, above, below }: Entity): RelativesView[] {
  const all = valuesLink({ ...firstValues(facet, emptyState), below: id })
  return [
    { heading: 'Belongs to', lines: above.map(showRelative), allHref: '', allLabel: '' },
    {
      heading: 'Below it',
      lines: below.slice(0, relativesShown).map(showRelative),
      allHref: below.length > relativesShown ? all : '',
      allLabel: `All ${number(below.length)}`,
    },
  ].filter(({ lines }) => lines.length > 0)
}

function showRelative({ facet, id, name, articles }: Relative) {
  const count = counted(articles, 'article')
  return {
    name,
    href: entityLink(facet, id),
    count: facet === 'cites' ? `cited in ${count}` : count,
  }
}

function foldSpellings({ spellings }: Entity): FoldedList {
  const shown = spellings.map(
    ({ spelling, articles }) => `${spelling.replace(/\s+/g, ' ')} (${number(articles)})`,
  )
  return fold(shown, 'spelling')
}

function fold(names: readonly string[], noun: string): FoldedList {
  const unlisted = names.length - mostNames
  return {
    first: names.slice(0, namesAtOnce),
    more: [
      ...names.slice(namesAtOnce, mostNames),
      ...(unlisted > 0 ? [`and ${number(unlisted)} others`] : []),
    ],
    moreLabel: counted(names.length - namesAtOnce, `more ${noun}`),
  }
}
