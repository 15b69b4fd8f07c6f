import {
  citedBy,
  type CitedMedium,
  type FamilyMember,
  type MediumCount,
} from '../archive/family-members.ts'

/** What the members of a family tell together. */
export interface FamilySummary {
  readonly articles: number
  /** Different texts. */
  readonly texts: number
  /** The most frequent first, then by id. */
  readonly cites: readonly MediumCount[]
  readonly origin: LikelyOrigin | undefined
}

/** Where the text seems to come from. An inference: say so where it is shown. */
export interface LikelyOrigin extends CitedMedium {
  /** Why: so many members name it in their datelines, are published by it, or cite it. */
  readonly because: 'credited' | 'published' | 'cited'
  /** How many members speak for it. */
  readonly articles: number
}

/**
 * Sums up the members of a family. Pure. Its likely origin is the medium that most members name in the dateline; else the one that
 * published a member and that all the others cite; else the only one that all members cite. None where nothing speaks for one.
 */
export function describeFamily(members: readonly FamilyMember[]): FamilySummary {
  return {
    articles: members.length,
    texts: new Set(members.map(({ textHash }) => textHash)).size,
    cites: citedBy(members),
    origin: members.length < 2 ? undefined : originOf(members),
  }
}

function originOf(members: readonly FamilyMember[]): LikelyOrigin | undefined {
  return credited(members) ?? published(members) ?? cited(members)
}

function credited(members: readonly FamilyMember[]): LikelyOrigin | undefined {
  const media = members.map((member) => ({ cites: member.credited ? [member.credited] : [] }))
  const [most] = citedBy(media)
  if (!most || most.articles * 2 <= members.length) return undefined
  return { ...most, because: 'credited' }
}

function published(members: readonly FamilyMember[]): LikelyOrigin | undefined {
  for (const { id, name } of citedBy(members)) {
    const isBehind = (member: FamilyMember) =>
      member.outletId === id || member.cites.some((medium) => medium.id === id)
    if (members.some(({ outletId }) => outletId === id) && members.every(isBehind))
      return { id, name, because: 'published', articles: members.length }
  }
  return undefined
}

function cited(members: readonly FamilyMember[]): LikelyOrigin | undefined {
  const [only, another] = citedBy(members).filter(({ articles }) => articles === members.length)
  return only && !another ? { ...only, because: 'cited' } : undefined
}
