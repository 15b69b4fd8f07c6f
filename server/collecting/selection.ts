import type { Request } from 'express'

/** No page lists more articles to choose from. */
const mostChosen = 200
const longestId = 40

/** The articles that a form names, each once: fields of one name are several, as boxes that are ticked. */
export function selectionOf(request: Request, field: string): string[] {
  const body: unknown = request.body
  const given: unknown =
    typeof body === 'object' && body !== null ? Reflect.get(body, field) : undefined
  const several: readonly unknown[] = Array.isArray(given) ? given : [given]
  const ids = several.flatMap((id) =>
    typeof id === 'string' && id !== '' && id.length <= longestId ? [id] : [],
  )
  return [...new Set(ids)].slice(0, mostChosen)
}
