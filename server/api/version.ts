import type { RequestHandler } from 'express'

/** Raised when an answer loses a member or gives one another meaning; new members may come at any time. */
export const apiVersion = 1

/** The versioned address of every page: `/api/v1/search?q=…` is `/search.json?q=…`. */
const versioned = new RegExp(`^/api/v${apiVersion}(/[^?]*?)/?(\\?.*)?$`)

/** Takes versioned addresses for those that they stand for; before all routes, so that whoever guards one guards both. */
export const readVersionedAddress: RequestHandler = (request, _response, next) => {
  const [, path, query = ''] = versioned.exec(request.url) ?? []
  if (path !== undefined) request.url = `${path}.json${query}`
  next()
}
