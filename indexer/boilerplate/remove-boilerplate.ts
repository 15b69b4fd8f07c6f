import { setImmediate as untilNextTurn } from 'node:timers/promises'
import type { Archive } from '../../engine/archive/archive.ts'
import type { Remade } from '../../engine/archive/remake.ts'
import type { StoredArticle } from '../../engine/article.ts'
import type { Lease } from '../../engine/archive/lease.ts'
import type { Corrector } from '../corrections/corrector.ts'
import { ahead } from '../ahead.ts'
import { WorkersUnusable } from '../workers/worker-pool.ts'
import type { ArticleMaker } from '../workers/article-maker.ts'
import { draftAsRead } from './draft-as-read.ts'
import { findBoilerplate } from './find-boilerplate.ts'

/** An archive, and what may change it. */
export interface BoilerplateTools {
  readonly archive: Archive
  readonly lease: Lease
  readonly corrector: Corrector
  readonly maker: ArticleMaker
  /** Leaves what is left to the next run. */
  readonly stop?: AbortSignal | undefined
}

/** Articles that are looked at in one go. */
const batch = 50
/** Articles that are made again are stored when they are so many, or so long. */
const most = { articles: 200, characters: 4_000_000 }
/** On their way at once: they are made by other processes where there are many. */
const room = { items: 64, bytes: 4_000_000, bytesOf: ({ text }: StoredArticle) => text.length }

/**
 * Finds what outlets print around their articles, and makes those stored before again without it. First it finishes what a run before
 * began, so that an interruption changes nothing in what is found. Returns how many articles changed.
 */
export async function removeBoilerplate(tools: BoilerplateTools): Promise<number> {
  const finished = await applyBoilerplate(tools)
  if (tools.stop?.aborted) return finished
  await findBoilerplate(tools.archive, tools.lease, tools.stop)
  return finished + (await applyBoilerplate(tools))
}

async function applyBoilerplate(tools: BoilerplateTools): Promise<number> {
  const { archive, lease, stop } = tools
  let changed = 0
  for (const source of archive.unappliedSources()) {
    changed += await applyTo(source, tools)
    if (stop?.aborted) return changed
    archive.boilerplateApplied(lease, source)
  }
  return changed
}

async function applyTo(source: string, tools: BoilerplateTools): Promise<number> {
  const { archive, lease, corrector } = tools
  const lines = archive.boilerplateOf(source)
  const concerned = articlesWith(new Set(lines), source, tools)
  const remaking = ahead(concerned, room, (article) => remakeOf(article, lines, tools))
  let changed = 0
  for await (const remade of inBatches(remaking)) {
    changed += archive.remake(lease, remade, corrector.resolve)
  }
  return changed
}

/** The articles of a source in which one of the lines stands: few of them. */
async function* articlesWith(
  lines: ReadonlySet<string>,
  source: string,
  { archive, stop }: BoilerplateTools,
): AsyncGenerator<StoredArticle> {
  let last = 0
  while (!stop?.aborted) {
    const sequences = archive.articlesOfSource(source, last, batch)
    last = sequences.at(-1) ?? last
    if (sequences.length === 0) return
    for (const sequence of sequences) {
      const article = hasOneOf(lines, archive.textOf(sequence))
        ? archive.getBySequence(sequence)
        : undefined
      if (article) yield article
    }
    await untilNextTurn()
  }
}

function hasOneOf(lines: ReadonlySet<string>, text: string | undefined): boolean {
  return text?.split('\n').some((line) => lines.has(line)) ?? false
}

/** What was made again, not more at once than fits into the memory. */
async function* inBatches(
  remaking: AsyncIterable<Remade | undefined>,
): AsyncGenerator<readonly Remade[]> {
  let remade: Remade[] = []
  let characters = 0
  for await (const again of remaking) {
    if (!again) continue
    remade.push(again)
    characters += again.article.text.length
    if (remade.length < most.articles && characters < most.characters) continue
    yield remade
    remade = []
    characters = 0
  }
  if (remade.length > 0) yield remade
}

/** The article made again; undefined for one that cannot be made without the lines, which stays as it is. */
async function remakeOf(
  stored: StoredArticle,
  boilerplate: readonly string[],
  { archive, maker }: BoilerplateTools,
): Promise<Remade | undefined> {
  const cleaning = archive.cleaning(stored.id)
  if (!cleaning) return undefined
  try {
    const made = await maker.make({ ...draftAsRead(stored, cleaning), boilerplate })
    return { sequence: stored.sequence, ...made, article: { ...made.article, ...keptOf(stored) } }
  } catch (error) {
    if (error instanceof WorkersUnusable) throw error
    // One that is nothing but its boilerplate, or that cannot be made again, stays as it is: no run ends for one article.
    return undefined
  }
}

/** When an article was published, and its language, are known from more than what the archive keeps. */
function keptOf({ published, dating, language }: StoredArticle) {
  return { published, dating, language }
}
