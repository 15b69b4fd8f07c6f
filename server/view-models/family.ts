import type { FamilyCounts, FamilyMember } from '../../engine/archive/family-members.ts'
import {
  describeFamily,
  familyLine,
  type LikelyOrigin,
} from '../../engine/families/describe-family.ts'
import type { Family } from '../families.ts'
import type { SearchState } from '../search-state.ts'
import { showDate } from '../show-date.ts'
import { articleLink } from './links.ts'

/** Near-duplicates, told in one line and listed below it. */
export interface FamilyView {
  /** `5 articles, 2 texts, cites TASS`, and how many of them match where not all do. */
  readonly summary: string
  /** Whose text it probably is, and why; '' where nothing says so. */
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

export function buildFamily({ counts, members }: Family, place: FamilyPlace): FamilyView {
  const shown = members.find(({ id }) => id === place.article)
  const hidden = counts.articles - members.length
  return {
    summary: summarise(counts, place.matching),
    origin: originOf(members),
    members: members.map((member) => showMember(member, shown, place)),
    more: hidden > 0 ? `and ${hidden} more` : '',
  }
}

function summarise(counts: FamilyCounts, matching: number | undefined): string {
  const line = familyLine(counts)
  return matching === undefined || matching >= counts.articles
    ? line
    : `${line}, ${matching} of them found`
}

const reasons: Readonly<Record<LikelyOrigin['because'], (articles: string) => string>> = {
  credited: (articles) => `${articles} credit it in the dateline`,
  published: () => 'it published one, and the others cite it',
  cited: () => 'all of them cite it, and nobody else',
}

function originOf(members: readonly FamilyMember[]): string {
  const { origin } = describeFamily(members)
  if (!origin) return ''
  return `probably a text of ${origin.name}: ${reasons[origin.because](`${origin.articles} of ${members.length}`)}.`
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
    title,
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
