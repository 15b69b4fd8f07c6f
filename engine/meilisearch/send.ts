import type { EnqueuedTaskPromise, Task } from 'meilisearch'
import { EngineUnavailable } from '../search-engine.ts'
import { isTooLarge, reaching } from './errors.ts'
import type { Line, Payload } from './payload.ts'
import type { Server } from './server.ts'
import { stateDocument, type IndexState, type SetAside } from './state.ts'

/** An index that is written to. */
export interface Written {
  readonly server: Server
  readonly index: string
}

/** Milliseconds between two looks at a task. */
const interval = 25

/**
 * Applies a payload and notes it in the index's state; the next state is returned when both are done.
 * When Meilisearch rejects the payload, its halves are sent by themselves, and so on: only a document that is rejected alone is set aside.
 */
export async function sendPayload(
  written: Written,
  payload: Payload,
  before: IndexState,
): Promise<IndexState> {
  const after = { change: payload.change, mark: payload.mark, setAside: before.setAside }
  if (payload.removed.length > 0) await removeDocuments(written, payload.removed)
  const refused = await addDocuments(written, payload.documents, after)
  if (refused === undefined) return after
  return settle(written, payload.documents, after)
}

/** Tries again what was set aside before; `lines` are those of these articles that the archive still has. */
export async function retrySetAside(
  written: Written,
  lines: readonly Line[],
  before: IndexState,
): Promise<IndexState> {
  return settle(written, lines, { ...before, setAside: [] })
}

async function settle(
  written: Written,
  lines: readonly Line[],
  before: IndexState,
): Promise<IndexState> {
  const refused = await addByHalves(written, lines)
  const tried = new Set(lines.map(({ id }) => id))
  const kept = before.setAside.filter(({ id }) => !tried.has(id))
  const state = { ...before, setAside: [...kept, ...refused] }
  const problem = await addDocuments(written, [], state)
  if (problem !== undefined) {
    throw new EngineUnavailable(`Meilisearch rejects the state of its index: ${problem}`)
  }
  return state
}

async function addByHalves(written: Written, lines: readonly Line[]): Promise<SetAside[]> {
  const [first] = lines
  if (!first) return []
  const reason = await addDocuments(written, lines, undefined)
  if (reason === undefined) return []
  if (lines.length === 1) return [{ id: first.id, reason }]
  const middle = Math.ceil(lines.length / 2)
  const left = await addByHalves(written, lines.slice(0, middle))
  return [...left, ...(await addByHalves(written, lines.slice(middle)))]
}

/** Why Meilisearch rejects these documents; undefined when it has taken them. */
async function addDocuments(
  written: Written,
  lines: readonly Line[],
  state: IndexState | undefined,
): Promise<string | undefined> {
  const all = [
    ...lines.map(({ json }) => json),
    ...(state ? [JSON.stringify(stateDocument(state))] : []),
  ]
  const { client } = written.server
  try {
    const task = await finished(written.server, () =>
      client
        .index(written.index)
        .addDocumentsFromString(all.join('\n'), 'application/x-ndjson', { primaryKey: 'id' }),
    )
    return rejection(task)
  } catch (error) {
    if (isTooLarge(error))
      return 'it is larger than the server accepts (its setting MEILI_HTTP_PAYLOAD_SIZE_LIMIT)'
    throw error
  }
}

async function removeDocuments({ server, index }: Written, ids: readonly string[]): Promise<void> {
  const task = await finished(server, () => server.client.index(index).deleteDocuments([...ids]))
  requireSuccess(task)
}

/** Waits until a task has ended, well or badly: Meilisearch answers a request for writing before it has done anything. */
export async function finished(server: Server, request: () => EnqueuedTaskPromise): Promise<Task> {
  // A timeout of 0 waits for as long as it takes; each look at the task has the client's own.
  return reaching(server.url, () => request().waitTask({ timeout: 0, interval }))
}

/** Throws EngineUnavailable when a task failed or was cancelled: waiting for one that failed succeeds. */
export function requireSuccess(task: Task): void {
  const reason = rejection(task)
  if (reason !== undefined)
    throw new EngineUnavailable(`Meilisearch could not change its index: ${reason}`)
}

/** Why a task failed on account of what it was given; undefined when it succeeded. Throws when it failed on the server's account. */
function rejection(task: Task): string | undefined {
  if (task.status === 'succeeded') return undefined
  if (task.status === 'canceled')
    throw new EngineUnavailable(
      'Somebody cancelled the task on the Meilisearch server. Run the command again.',
    )
  const message = task.error?.message ?? 'it gives no reason'
  // "system": a full disk, too many open files. No document is to blame, and every one would fail.
  if (task.error?.type === 'system')
    throw new EngineUnavailable(`The Meilisearch server has a problem: ${message}`)
  return message
}
