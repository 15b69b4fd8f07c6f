import type { Request, Response } from 'express'
import type { SearchState } from '../search-state.ts'
import { searchLink } from './links.ts'

/** How much of each result is shown: all of it; one passage and no chips; or a line. */
export const densities = ['comfortable', 'compact', 'titles'] as const
export type Density = (typeof densities)[number]

/** A density to choose. */
export interface DensityLink {
  readonly label: string
  readonly href: string
  readonly current: boolean
}

const aYear = 365 * 24 * 60 * 60 * 1000

/** As the address says, which is kept for the searches after it; else as it was kept; else comfortable. */
export function chooseDensity(
  asked: URLSearchParams,
  request: Pick<Request, 'headers'>,
  response: Pick<Response, 'cookie'>,
): Density {
  const chosen = densities.find((density) => density === asked.get('density'))
  if (chosen === undefined) return keptDensity(request)
  response.cookie('density', chosen, { path: '/search', sameSite: 'lax', maxAge: aYear })
  return chosen
}

function keptDensity({ headers }: Pick<Request, 'headers'>): Density {
  const kept = /(?:^|;\s*)density=(\w+)/.exec(headers.cookie ?? '')?.[1]
  return densities.find((density) => density === kept) ?? 'comfortable'
}

/** The densities in order, each with the same search in it. */
export function buildDensities(state: SearchState, current: Density): DensityLink[] {
  const search = searchLink(state)
  return densities.map((density) => ({
    label: density.charAt(0).toUpperCase() + density.slice(1),
    href: `${search}${search.includes('?') ? '&' : '?'}density=${density}`,
    current: density === current,
  }))
}
