import { explain } from '../../engine/query/explain.ts'
import { withOutlets, type Comparison } from '../comparison/comparison.ts'
import { leastArticles } from '../comparison/standing-out.ts'
import type { NameOf } from '../names.ts'
import { activeFilters, showFilter, type FilterChip } from './chips.ts'
import { buildOutletCard, scaleOf, type OutletCard } from './compare-card.ts'
import { compareLink } from './compare-link.ts'
import { beginSentence, boundedNumber, counted, countedTotal } from './counting.ts'
import { showShare } from './entity-lists.ts'
import { buildLayout, hiddenFields, type HiddenField, type Layout } from './layout.ts'
import { searchLink } from './links.ts'
import { describeProblem } from './describe-problem.ts'

/** Everything that the comparison of outlets prints. */
export interface ComparePage {
  readonly layout: Layout
  readonly problems: readonly string[]
  readonly warnings: readonly string[]
  readonly notice: string
  readonly total: string
  /** `in these 5 outlets`; '' where there is none. */
  readonly where: string
  readonly texts: string
  readonly href: string
  readonly explanation: string
  readonly reasons: readonly string[]
  readonly filters: readonly FilterChip[]
  readonly q: string
  readonly hidden: readonly HiddenField[]
  readonly choices: readonly OutletChoice[]
  readonly rows: readonly OutletRow[]
  readonly cards: readonly OutletCard[]
  /** What "stands out" means. */
  readonly meaning: string
  readonly backHref: string
}

/** An outlet that may be compared. */
interface OutletChoice {
  readonly id: string
  readonly name: string
  readonly count: string
  readonly isChosen: boolean
}

/** The figures of one outlet. */
interface OutletRow {
  readonly name: string
  /** To its figures in detail, on the same page. */
  readonly anchor: string
  readonly articles: string
  readonly href: string
  readonly share: string
  readonly texts: string
  readonly shared: string
}

export function buildComparePage(comparison: Comparison, nameOf: NameOf): ComparePage {
  const { state, query, problems, warnings, notice, together, outlets } = comparison
  const { capability } = together
  const everyOutlet = withOutlets(state, [])
  const scale = scaleOf(comparison)
  return {
    layout: buildLayout('Outlets compared', 'search', everyOutlet, ['entities']),
    problems: problems.map(describeProblem),
    warnings: warnings.map(({ message }) => message),
    ...{ notice, q: state.q },
    total: beginSentence(showTotal(comparison)),
    where: outlets.length > 0 ? `in these ${counted(outlets.length, 'outlet')}` : '',
    texts: counted(together.groups, 'different text', { bound: capability.bound }),
    href: searchLink(state),
    explanation: explain(query, state.spelling),
    reasons: capability.bound === 'exact' ? [] : capability.reasons,
    filters: activeFilters(everyOutlet, nameOf).map((filter) =>
      showFilter(filter, (without) => compareLink(withOutlets(without, idsOf(comparison)))),
    ),
    hidden: hiddenFields(everyOutlet, ['q', 'page', 'newer', 'sort']),
    choices: buildChoices(comparison),
    rows: outlets.map((outlet, nth) => buildRow(comparison, outlet, nth)),
    cards: outlets.map((outlet, nth) => buildOutletCard(comparison, outlet, { nth, scale })),
    meaning: outlets.length > 1 ? meaning : '',
    backHref: searchLink(everyOutlet),
  }
}

/** How many there are of all that is found: of those compared alone, the number would look like another search's. */
function showTotal({ everywhere, together }: Comparison): string {
  const all = countedTotal(everywhere)
  if (together.total === everywhere.total) return all
  return `${boundedNumber(together.total, together.capability.bound)} of ${all}`
}

const meaning =
  'What stands out is named in more of an outlet’s articles than in those of the others here, weighed by how sure that is ' +
  `(log-likelihood; at least ${leastArticles} articles). × says how many times as often as in all of them together.`

const idsOf = ({ outlets }: Comparison) => outlets.map(({ id }) => id)

function buildChoices({ outlets, offered }: Comparison): OutletChoice[] {
  const chosen = outlets.map(({ id, name, answer }) => ({
    ...{ id, name, isChosen: true },
    count: boundedNumber(answer.total, answer.capability.bound),
  }))
  const others = offered.map(({ id, value, count }) => {
    return { id, name: value, isChosen: false, count: boundedNumber(count, 'exact') }
  })
  return [...chosen, ...others]
}

function buildRow(
  { state }: Comparison,
  { id, name, answer, articles, shared }: Comparison['outlets'][number],
  nth: number,
): OutletRow {
  const { bound } = answer.capability
  return {
    ...{ name, anchor: `outlet-${nth + 1}` },
    articles: boundedNumber(answer.total, bound),
    href: searchLink(withOutlets(state, [id])),
    share: bound === 'exact' ? showShare(answer.total, articles) : '',
    texts: boundedNumber(answer.groups, bound),
    shared: bound === 'exact' ? boundedNumber(shared, bound) : '',
  }
}
