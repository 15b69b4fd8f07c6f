import type { Request, RequestHandler } from 'express'
import { parse } from '../../engine/query/parse.ts'
import { sendTable } from '../csv-table.ts'
import { UnreadableAddress } from '../error-pages.ts'
import { listFromUrl, listLink } from '../name-list/list-state.ts'
import type { NameList } from '../name-list/name-list.ts'
import { readNames } from '../name-list/read-lines.ts'
import { nameSearcher, type SearchNames } from '../name-list/search-names.ts'
import { namesOf } from '../names.ts'
import { resolveNames } from '../resolve-names.ts'
import { parametersOf, untilGone, type Site } from '../site.ts'
import { buildNamesPage } from '../view-models/names-page.ts'
import { namesColumns, namesJson, namesRows } from '../view-models/names-table.ts'

/** How long a list is searched; what was not counted by then is said, and can be asked for again. */
const longestSearch = 20_000

/** The pages of a list of names: all of them take turns with each other. */
export interface NamesPages {
  /** GET /names: the form, and what each name finds. 400 when a part of the address cannot be read. */
  readonly show: RequestHandler
  /** POST /names changes nothing: it goes to the address of the list, or answers at once where that would be too long. */
  readonly answer: RequestHandler
  /** GET and POST /names.csv */
  readonly csv: RequestHandler
  /** GET and POST /names.json */
  readonly json: RequestHandler
}

export function namesPages(site: Site): NamesPages {
  const search = nameSearcher(site.engine)
  const print: RequestHandler = async (request, response) => {
    const list = await searchList(site, search, { request, response })
    response.status(list.problems.length > 0 ? 400 : 200)
    response.render('pages/names', {
      ...buildNamesPage(list, namesOf(site)),
      formToken: site.formToken(request, response),
    })
  }
  return {
    show: print,
    answer: async (request, response, next) => {
      const address = listLink(listFromUrl(askedOf(request)).state)
      if (address === '') await print(request, response, next)
      else response.redirect(303, address)
    },
    csv: async (request, response) => {
      const list = readable(await searchList(site, search, { request, response }))
      sendTable(response, 'dateline-names', namesColumns, namesRows(list))
    },
    json: async (request, response) => {
      response.json(namesJson(readable(await searchList(site, search, { request, response }))))
    },
  }
}

async function searchList(
  site: Site,
  search: SearchNames,
  {
    request,
    response,
  }: { readonly request: Request; readonly response: Parameters<RequestHandler>[1] },
): Promise<NameList> {
  const { state: asked, problems } = listFromUrl(askedOf(request))
  const state = { ...asked, search: resolveNames(site.archive, asked.search).state }
  const list = readNames(state.names, state.reading)
  const found = await search(
    { names: list.lines, common: parse(state.search.q).query, state: state.search },
    Date.now() + longestSearch,
    untilGone(response),
  )
  return { state, problems, list, found }
}

function readable(list: NameList): NameList {
  if (list.problems.length > 0) throw new UnreadableAddress(list.problems)
  return list
}

/** The parameters of the address, or the fields of the form. */
function askedOf(request: Request): URLSearchParams {
  const body: unknown = request.body
  if (request.method !== 'POST' || typeof body !== 'object' || body === null)
    return parametersOf(request)
  const pairs = Object.entries(body).flatMap(([name, value]: [string, unknown]) => {
    const several: readonly unknown[] = Array.isArray(value) ? value : [value]
    return several.flatMap((each): [string, string][] =>
      typeof each === 'string' ? [[name, each]] : [],
    )
  })
  return new URLSearchParams(pairs)
}
