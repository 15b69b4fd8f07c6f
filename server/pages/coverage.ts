import type { Request, RequestHandler, Response } from 'express'
import { coverageCounter, type Coverage } from '../coverage/count-coverage.ts'
import { coverageFromUrl, type CoverageState } from '../coverage/coverage-state.ts'
import { sendTable } from '../csv-table.ts'
import { UnreadableAddress } from '../error-pages.ts'
import { namesOf } from '../names.ts'
import type { Problem } from '../read-parameters.ts'
import { resolveNames } from '../resolve-names.ts'
import { parametersOf, untilGone, type Site } from '../site.ts'
import { coverageColumns, coverageJson, coverageRows } from '../view-models/coverage-export.ts'
import { buildCoveragePage } from '../view-models/coverage-page.ts'

/** Outlets in one part of the table. */
const outletsInPart = 20
/** Outlets in a file; `find` chooses others. */
const outletsInFile = 500

/** The pages of coverage, which take turns with each other. */
export interface CoveragePages {
  /** GET /coverage: outlets by year or month, with their gaps. 400 when a part of the address cannot be read. */
  readonly show: RequestHandler
  /** GET /coverage.json: the same part of the table as plain values. */
  readonly json: RequestHandler
  /** GET /coverage.csv: the outlets by month, at most 500 of them. */
  readonly csv: RequestHandler
}

interface Asked {
  readonly state: CoverageState
  readonly problems: readonly Problem[]
}

export function coveragePages(site: Site): CoveragePages {
  const count = coverageCounter(site.engine)
  const countPart = ({ state }: Asked, response: Response): Promise<Coverage> =>
    count(
      state,
      { offset: (state.part - 1) * outletsInPart, limit: outletsInPart },
      untilGone(response),
    )
  return {
    show: async (request, response) => {
      const asked = askedOf(site, request)
      const coverage = await countPart(asked, response)
      response.status(asked.problems.length > 0 ? 400 : 200)
      response.render(
        'pages/coverage',
        buildCoveragePage({ ...asked, coverage, limit: outletsInPart }, namesOf(site)),
      )
    },
    json: async (request, response) => {
      const asked = readable(askedOf(site, request))
      response.json(coverageJson(asked.state, await countPart(asked, response), outletsInPart))
    },
    csv: async (request, response) => {
      const { state } = readable(askedOf(site, request))
      const whole = { offset: 0, limit: outletsInFile }
      const coverage = await count(state, whole, untilGone(response))
      sendTable(response, 'dateline-coverage', coverageColumns, coverageRows(state, coverage))
    },
  }
}

function askedOf({ archive }: Site, request: Request): Asked {
  const { state, problems } = coverageFromUrl(parametersOf(request))
  return { state: { ...state, search: resolveNames(archive, state.search).state }, problems }
}

function readable(asked: Asked): Asked {
  if (asked.problems.length > 0) throw new UnreadableAddress(asked.problems)
  return asked
}
