import type { IncomingMessage, ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { listen } from './http-double.ts'

/** How a document is refused: when the request is made, or later by its task. */
export type Refusal =
  | {
      readonly kind: 'task'
      readonly type: 'invalid_request' | 'internal' | 'system'
      readonly message: string
    }
  | { readonly kind: 'too large' }

export interface MeilisearchDouble {
  readonly url: string
  /** Documents by id, the engine's own included. */
  readonly documents: Map<string, Readonly<Record<string, unknown>>>
  /** The ids of each request to add documents, in order. */
  readonly payloads: string[][]
  /** Requests that change something, as method and path. */
  readonly writes: string[]
  /** Refuses a whole payload when it returns something for one of its documents. */
  refuse: (id: string) => Refusal | undefined
  readonly close: () => Promise<void>
}

type Reply = readonly [status: number, body: unknown]
type Json = Readonly<Record<string, unknown>>

/** As much of Meilisearch as indexing needs, kept in memory: its tasks accept, and fail later. */
export async function openMeilisearchDouble(): Promise<MeilisearchDouble> {
  const documents: MeilisearchDouble['documents'] = new Map()
  const payloads: string[][] = []
  const writes: string[] = []
  const tasks: Json[] = []
  const index: { uid: string; settings: Json } = { uid: '', settings: {} }

  const task = (work: () => Json | undefined): Reply => {
    const error = work()
    tasks.push({ uid: tasks.length, status: error ? 'failed' : 'succeeded', error: error ?? null })
    return [202, { taskUid: tasks.length - 1, status: 'enqueued' }]
  }

  const add = (body: string): Reply => {
    const added: Json[] = body.split('\n').map((line) => readJson(line))
    payloads.push(added.map(idOf))
    const refusal = added
      .map((document) => double.refuse(idOf(document)))
      .find((found) => found !== undefined)
    if (refusal?.kind === 'too large') return [413, failure('payload_too_large', 'Too large.')]
    return task(() => {
      if (refusal) return { ...failure('made_up', refusal.message), type: refusal.type }
      for (const document of added) documents.set(idOf(document), document)
      return undefined
    })
  }

  const state = () => {
    const { setAside, change } = documents.get('state') ?? {}
    const hits = documents.has('state') ? [{ change, setAside }] : []
    const articles = documents.size - hits.length
    return {
      results: [
        { hits, totalHits: hits.length },
        { hits: [], totalHits: articles },
      ],
    }
  }

  const routes: readonly (readonly [
    route: RegExp,
    reply: (body: string, path: string) => Reply,
  ])[] = [
    [/^GET \/health$/, () => [200, { status: 'available' }]],
    [/^GET \/tasks\/\d+$/, (_, path) => [200, tasks[Number(path.split('/')[2])]]],
    [/^GET \/indexes$/, () => [200, { results: [{ uid: index.uid }] }]],
    [
      /^GET .*\/settings$/,
      () => (index.uid === '' ? [404, failure('index_not_found', '')] : [200, index.settings]),
    ],
    [
      /^PATCH .*\/settings$/,
      (body, path) =>
        task(() => {
          index.uid = path.split('/')[2] ?? ''
          index.settings = { ...readJson(body), dictionary: [] }
          return undefined
        }),
    ],
    [/^POST .*\/documents$/, add],
    [/^POST \/multi-search$/, () => [200, state()]],
  ]

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const { pathname } = new URL(request.url ?? '', 'http://localhost')
    const name = `${request.method ?? ''} ${pathname}`
    const body = await text(request)
    if (!name.startsWith('GET') && pathname !== '/multi-search') writes.push(name)
    const found = routes.find(([route]) => route.test(name))
    const [status, reply] = found
      ? found[1](body, pathname)
      : [404, failure('made_up', `no ${name} here`)]
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(reply))
  }

  const server = await listen((request, response) => void answer(request, response))
  const double: MeilisearchDouble = {
    ...server,
    documents,
    payloads,
    writes,
    refuse: () => undefined,
  }
  return double
}

const failure = (code: string, message: string) => ({
  code,
  message,
  type: 'invalid_request',
  link: '',
})

function readJson(body: string): Json {
  const read: unknown = JSON.parse(body)
  return typeof read === 'object' && read !== null ? { ...read } : {}
}

const idOf = (document: Json) => String(document['id'])
