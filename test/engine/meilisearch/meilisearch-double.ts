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

type Json = Readonly<Record<string, unknown>>

/** Documents by id, the engine's own included. */
export type Documents = Map<string, Json>

export interface IndexDouble {
  settings: Json
  readonly documents: Documents
  readonly createdAt: string
}

export interface MeilisearchDouble {
  /** Leaves swaps undone, whose task a key may not see. */
  swapsFail: boolean
  readonly url: string
  /** By name, in the order in which they were made. */
  readonly indexes: Map<string, IndexDouble>
  /** Those of the index that was made first. */
  readonly documents: () => Documents
  /** The ids of each request to add documents, in order. */
  readonly payloads: string[][]
  /** Requests that change something, as method and path. */
  readonly writes: string[]
  /** Refuses a whole payload when it returns something for one of its documents. */
  refuse: (id: string) => Refusal | undefined
  readonly close: () => Promise<void>
}

type Reply = readonly [status: number, body: unknown]

/** As much of Meilisearch as indexing needs, kept in memory: its tasks accept, and fail later. */
export async function openMeilisearchDouble(): Promise<MeilisearchDouble> {
  const indexes: MeilisearchDouble['indexes'] = new Map()
  const payloads: string[][] = []
  const writes: string[] = []
  const tasks: Json[] = []

  const task = (work: () => Json | undefined): Reply => {
    const error = work()
    tasks.push({ uid: tasks.length, status: error ? 'failed' : 'succeeded', error: error ?? null })
    return [202, { taskUid: tasks.length - 1, status: 'enqueued' }]
  }

  const add = (body: string, name: string): Reply => {
    const added: Json[] = body.split('\n').map((line) => readJson(line))
    payloads.push(added.map(idOf))
    const refusal = added
      .map((document) => double.refuse(idOf(document)))
      .find((found) => found !== undefined)
    if (refusal?.kind === 'too large') return [413, failure('payload_too_large', 'Too large.')]
    return task(() => {
      if (refusal) return { ...failure('made_up', refusal.message), type: refusal.type }
      for (const document of added) indexes.get(name)?.documents.set(idOf(document), document)
      return undefined
    })
  }

  const swap = (body: string) =>
    task(() => {
      if (double.swapsFail) return failure('made_up', 'No swap.')
      const [asked] = Object.values(readJson(body))
      const { indexes: names, rename } = readJson(JSON.stringify(asked))
      const [first = '', second = ''] = Array.isArray(names) ? names.map(String) : []
      const [one, other] = [indexes.get(first), indexes.get(second)]
      if (!one || (rename === true) === (other !== undefined)) return failure('made_up', 'No swap.')
      indexes.delete(first)
      if (other) indexes.set(first, other)
      indexes.set(second, one)
      return undefined
    })

  const state = (body: string): Reply => {
    const name = String(/"indexUid":"([^"]+)"/.exec(body)?.[1])
    const documents = indexes.get(name)?.documents
    if (!documents) return [404, failure('index_not_found', '')]
    const own = documents.get('state')
    const hits = own ? [own] : []
    return [
      200,
      {
        results: [
          { hits, totalHits: hits.length },
          { hits: [], totalHits: documents.size - hits.length },
        ],
      },
    ]
  }

  const infoOf = (name: string, read: (index: IndexDouble) => unknown): Reply => {
    const index = indexes.get(name)
    return index ? [200, read(index)] : [404, failure('index_not_found', '')]
  }

  const remove = (body: string, name: string) =>
    task(() => {
      for (const id of Object.values(readJson(body)))
        indexes.get(name)?.documents.delete(String(id))
      return indexes.has(name) ? undefined : failure('index_not_found', '')
    })

  const make = (body: string, name: string) =>
    task(() => {
      const { documents, createdAt } = indexes.get(name) ?? emptyIndex(tasks.length)
      indexes.set(name, { settings: { ...readJson(body), dictionary: [] }, documents, createdAt })
      return undefined
    })

  const drop = (name: string) =>
    task(() => (indexes.delete(name) ? undefined : failure('index_not_found', '')))

  const routes: readonly (readonly [
    route: RegExp,
    reply: (body: string, name: string) => Reply,
  ])[] = [
    [/^GET \/health$/, () => [200, { status: 'available' }]],
    [/^GET \/tasks\/\d+$/, (_, number) => [200, tasks[Number(number)]]],
    [/^GET \/indexes$/, () => [200, { results: [...indexes.keys()].map((uid) => ({ uid })) }]],
    [/^GET \/indexes\/[^/]+$/, (_, name) => infoOf(name, ({ createdAt }) => ({ createdAt }))],
    [/^GET .*\/settings$/, (_, name) => infoOf(name, ({ settings }) => settings)],
    [/^PATCH .*\/settings$/, make],
    [/^POST .*\/documents$/, add],
    [/^POST .*\/documents\/delete-batch$/, remove],
    [/^POST \/multi-search$/, state],
    [/^POST \/swap-indexes$/, swap],
    [/^DELETE \/indexes\/[^/]+$/, (_, name) => drop(name)],
  ]

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const { pathname } = new URL(request.url ?? '', 'http://localhost')
    const name = `${request.method ?? ''} ${pathname}`
    const body = await text(request)
    if (!name.startsWith('GET') && pathname !== '/multi-search') writes.push(name)
    const found = routes.find(([route]) => route.test(name))
    const [status, reply] = found
      ? found[1](body, pathname.split('/')[2] ?? '')
      : [404, failure('made_up', `no ${name} here`)]
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(reply))
  }

  const server = await listen((request, response) => void answer(request, response))
  const documents = () => [...indexes.values()][0]?.documents ?? new Map<string, Json>()
  const double: MeilisearchDouble = {
    ...server,
    ...{ indexes, documents, payloads, writes },
    refuse: () => undefined,
    swapsFail: false,
  }
  return double
}

/** Made later than any index that has a smaller number. */
export const emptyIndex = (number: number): IndexDouble => ({
  settings: {},
  documents: new Map(),
  createdAt: `made ${number}`,
})

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
