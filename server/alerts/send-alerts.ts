import { createHash } from 'node:crypto'
import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isWorthTelling, makeDigest, type Digest, type DigestParts } from '../digest/make-digest.ts'
import type { SavedQuery } from '../store/saved-queries.ts'
import type { Store } from '../store/store.ts'
import { postAlert, type Webhook } from './post-alert.ts'
import { alertAsJson, alertAsText, type Telling } from './tell.ts'

/** What a run of alerts is asked to do. */
export interface AlertRun extends DigestParts, Telling {
  readonly store: Store
  readonly saved: readonly SavedQuery[]
  /** Each has marks of its own of what it was told. */
  readonly channel: string
  readonly print: (text: string) => void
  /** Where a file is written for each alert. */
  readonly folder?: string | undefined
  readonly webhook?: Webhook | undefined
  /** `looked at`: tells, and marks nothing as told. */
  readonly marks: 'kept' | 'looked at'
}

/**
 * Tells once what is new for saved queries: prints it, writes it to a file and posts it, as asked. Only when all of that is done is it
 * marked as told, so nothing is lost where something fails: it is told again by the next run, with the same delivery number. Nothing
 * new is told by silence. Throws AlertRefused, EngineUnavailable, and what writing the file throws.
 */
export async function sendAlerts(run: AlertRun): Promise<Digest> {
  const { store, saved, channel } = run
  const asked = saved.map((each) => ({
    saved: each,
    after: store.alertMarks.told(each.id, channel),
  }))
  const digest = await makeDigest(run, asked)
  if (digest.queries.some(isWorthTelling)) {
    const delivery = deliveryOf(channel, asked, digest)
    run.print(alertAsText(digest, run))
    const json = `${JSON.stringify(alertAsJson(digest, run), undefined, 2)}\n`
    if (run.folder !== undefined)
      writeAlert(run.folder, delivery, { json, text: alertAsText(digest, run) })
    if (run.webhook) await postAlert(run.webhook, json, delivery)
  }
  if (run.marks === 'kept') store.alertMarks.tell(channel, toMark(digest), digest.upTo)
  return digest
}

/** A query that cannot be read is not marked: what it would have found is told once it can be. */
function toMark(digest: Digest): number[] {
  return digest.queries.flatMap(({ saved, problems }) => (problems.length > 0 ? [] : [saved.id]))
}

/** The same for the same news, also when it is sent again by a later run. */
function deliveryOf(
  channel: string,
  asked: readonly { readonly saved: SavedQuery; readonly after: number }[],
  { upTo }: Digest,
): string {
  const about = JSON.stringify([channel, upTo, asked.map(({ saved, after }) => [saved.id, after])])
  return createHash('sha256').update(about).digest('hex').slice(0, 32)
}

/** Whole or not at all, for whoever watches the folder. */
function writeAlert(
  folder: string,
  delivery: string,
  { json, text }: { readonly json: string; readonly text: string },
): void {
  mkdirSync(folder, { recursive: true })
  const name = `${new Date().toISOString().replace(/[:.]/g, '-')}-${delivery.slice(0, 8)}`
  for (const [ending, content] of [
    ['txt', text],
    ['json', json],
  ] as const) {
    const unfinished = join(folder, `.${name}.${ending}.unfinished`)
    writeFileSync(unfinished, content, { mode: 0o600 })
    renameSync(unfinished, join(folder, `${name}.${ending}`))
  }
}
