import type { FamilyCounts, FamilyMember } from '../../engine/archive/family-members.ts'
import { describeFamily, type LikelyOrigin } from '../../engine/families/describe-family.ts'
import { listing } from '../../engine/query/describe-words.ts'
import type { Family } from '../families.ts'
import { kindOfMedium } from '../kind-of-medium.ts'
import { emptyState, type SearchState } from '../search-state.ts'
import { showDate } from '../show-date.ts'
import { counted, number } from './counting.ts'
import { articleLink } from './links.ts'
import { shownTitle } from './shown-title.ts'

/** Near-duplicates, told in one line and listed below it. */
export interface FamilyView {
  /** `5 articles → 2 texts → 1 originating agency`, and how many of them match where not all do. */
  readonly summary: string
  /** Whose text it probably is, and why: an inference; '' where nothing says so. */
  readonly origin: string
  readonly members: readonly MemberView[]
  /** `and 3 more`; '' where all are listed. */
  readonly more: string
}

/** One of the near-duplicates. */
export interface MemberView {
  readonly title: string
  readonly href: string
  readonly outlet: string
  readonly date: string
  readonly published: string
  /** The article that the list belongs to. */
  readonly isShown: boolean
  /** How its text stands to the one that the list belongs to. */
  readonly text: 'same text' | 'another text' | ''
  /** Both texts side by side; '' where they are the same. */
  readonly differencesHref: string
}

/** What the list belongs to: an article, and how many of its family the search found. */
export interface FamilyPlace {
  readonly article: string
  readonly state: SearchState
  /** Undefined where no search was made. */
  readonly matching: number | undefined
}

/** For the page of an article: every member that is known, itself among them. */
export function buildFamily({ counts, members }: Family, place: FamilyPlace): FamilyView {
  const { origin } = describeFamily(members)
  const shown = members.find(({ id }) => id === place.article)
  return {
    summary: summarise(counts, origin, place.matching),
    origin: originInWords(origin, members.length),
    members: members.map((member) => showMember(member, shown, place)),
    more: andMore(counts.articles - members.length),
  }
}

/** For a result: some of the others, at most so many. */
export function buildFolded(family: Family, place: FamilyPlace, most: number): FamilyView {
  // Their links leave the search out: they are none of its results, and it would be repeated for each.
  const all = buildFamily(family, { ...place, state: emptyState })
  const members = all.members.filter(({ isShown }) => !isShown).slice(0, most)
  return { ...all, members, more: andMore(family.counts.articles - 1 - members.length) }
}

function andMore(more: number): string {
  return more > 0 ? `and ${number(more)} more` : ''
}

/** Without an origin, whom they cite says at least that. */
function summarise(
  { articles, texts, cites }: FamilyCounts,
  origin: LikelyOrigin | undefined,
  matching: number | undefined,
): string {
  const cited = cites.slice(0, mostCited).map(({ name }) => name)
  const citing = cited.length > 0 ? `citing ${listing(cited, 'and')}` : ''
  const source = origin ? `1 originating ${kindOfMedium(origin.id)}` : citing
  const chain = [counted(articles, 'article'), counted(texts, 'text'), source]
    .filter((part) => part !== '')
    .join(' → ')
  const isWhole = matching === undefined || matching >= articles
  return isWhole ? chain : `${chain} (${number(matching)} of them found)`
}

const mostCited = 3

const reasons: Readonly<Record<LikelyOrigin['because'], (articles: string) => string>> = {
  credited: (articles) => `${articles} credit it in the dateline`,
  published: () => 'it published one, and the others cite it',
  cited: () => 'all of them cite it, and nobody else',
}

function originInWords(origin: LikelyOrigin | undefined, members: number): string {
  if (!origin) return ''
  return `probably a text of ${origin.name}: ${reasons[origin.because](`${origin.articles} of ${members}`)}.`
}

function showMember(
  member: FamilyMember,
  shown: FamilyMember | undefined,
  { article, state }: FamilyPlace,
): MemberView {
  const { id, title, outlet, published } = member
  const isShown = id === article
  const text = isShown ? '' : comparison(member, shown)
  return {
    title: shownTitle(title),
    href: articleLink(id, state),
    outlet: outlet === '' ? 'Outlet unknown' : outlet,
    date: published === '' ? 'Undated' : showDate(published),
    published,
    isShown,
    text,
    differencesHref: text === 'another text' ? `/article/${article}/differences/${id}` : '',
  }
}

/** An article that is not among those listed can be compared all the same. */
function comparison(member: FamilyMember, shown: FamilyMember | undefined): MemberView['text'] {
  return member.textHash === shown?.textHash ? 'same text' : 'another text'
}
