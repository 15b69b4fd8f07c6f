import { openPaths, permissions } from '../accounts/permissions.ts'
import { cookieName } from '../accounts/sessions.ts'
import { answers, tags, type Answer } from './answers.ts'
import { files, type File } from './files.ts'
import { searching, type Parameter } from './parameters.ts'
import { ref, type Schema } from './schema.ts'
import { schemas } from './schemas/schemas.ts'
import { apiVersion } from './version.ts'

/** Where versioned addresses begin. */
export const base = `/api/v${apiVersion}`

const filesTag = 'Files'

/** What the site answers to programs, as an OpenAPI 3.1 document. */
export function openApi(): Schema {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Dateline',
      version: `${apiVersion}.0.0`,
      summary: 'Search, facets and evidence of a news archive.',
      description: about,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: base }],
    security: [{}, { session: [] }],
    tags: [...tags, filesTag].map((name) => ({ name })),
    paths: Object.fromEntries([
      ...answers.map((answer) => [pathOf(versioned(answer.route)), { get: operationOf(answer) }]),
      ...files.map((file) => [
        pathOf(file.route),
        { servers: [{ url: '/', description: 'Files have no version.' }], get: fileOf(file) },
      ]),
    ]),
    components: {
      schemas,
      parameters: Object.fromEntries(searching.map((each) => [each.name, each])),
      responses: {
        Problem: {
          description: 'Why not, and what to do.',
          content: { 'application/problem+json': { schema: ref('Problem') } },
        },
      },
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: cookieName,
          description:
            'Where the site has accounts: the cookie that POST /login sets. Without it answers are 401.',
        },
      },
    },
  }
}

const about = [
  'Reading is by GET; a version keeps its members, and new ones may come at any time, so ignore those that you do not know.',
  'Members that are unknown are empty or null, never missing. Texts are plain text, never HTML. Ranges are UTF-16 units, end exclusive. Moments are ISO 8601 in UTC; dates of publication may be a year or a month.',
  'Changing something is done on the pages, whose forms carry a token against forged requests.',
].join('\n\n')

/** The versioned address of a route is the one of its page: /search for /search.json. */
export const versioned = (route: string) => route.replace(/\.json$/, '')

/** Express has `:id` where OpenAPI has `{id}`. */
const pathOf = (route: string) => route.replaceAll(/:([a-z]+)/gi, '{$1}')

function operationOf({ id, route, tag, summary, schema, parameters, type }: Answer): Schema {
  return {
    operationId: id,
    tags: [tag],
    summary,
    ...security(route),
    parameters: parameters.map(parameterOf),
    responses: responsesOf(type ?? 'application/json', ref(schema)),
  }
}

function fileOf({ id, route, summary, type, parameters, schema }: File): Schema {
  const content = schema === undefined ? {} : ref(schema)
  return {
    operationId: id,
    tags: [filesTag],
    summary,
    ...security(route),
    parameters: parameters.map(parameterOf),
    responses: {
      ...responsesOf(type, content),
      ...(route === '/health' ? { 503: answerOf('A part does not answer.', type, content) } : {}),
    },
  }
}

/** Those of a search are told once for all. */
function parameterOf(parameter: Parameter): Parameter | Schema {
  if (!searching.includes(parameter)) return parameter
  return { $ref: `#/components/parameters/${parameter.name}` }
}

function responsesOf(type: string, schema: Schema) {
  return {
    200: answerOf('As asked.', type, schema),
    default: { $ref: '#/components/responses/Problem' },
  }
}

function answerOf(description: string, type: string, schema: Schema) {
  return { description, content: { [type]: { schema } } }
}

/** Who may ask, where that is not every reader. */
function security(route: string): Schema {
  if (isForEverybody(route)) return { security: [] }
  return isForAdmins(route) ? { 'x-permission': 'admin' } : {}
}

export function isForAdmins(route: string): boolean {
  return Object.entries(permissions).some(
    ([listed, permission]) => listed === `GET ${route}` && permission === 'admin',
  )
}

function isForEverybody(route: string): boolean {
  return route === '/health' || openPaths.some((open) => open === route)
}
