import { setImmediate as untilNextTurn } from 'node:timers/promises'
import type { Archive } from '../../engine/archive/archive.ts'
import type { Remade } from '../../engine/archive/remake.ts'
import type { StoredArticle } from '../../engine/article.ts'
import type { Lease } from '../../engine/archive/lease.ts'
import type { Corrector } from '../corrections/corrector.ts'
import type { Lists } from '../extract/lists.ts'
import { makeArticle, type ArticleOptions } from '../make-article.ts'
import { draftAsRead } from './draft-as-read.ts'
import { findBoilerplate } from './find-boilerplate.ts'

/** An archive, and what may change it. */
export interface BoilerplateTools {
  readonly archive: Archive
  readonly lease: Lease
  readonly lists: Lists
  readonly corrector: Corrector
  /** Leaves what is left to the next run. */
  readonly stop?: AbortSignal | undefined
}

/** Articles that are read, and made again where it is needed, in one transaction. */
const batch = 50
const mostCharacters = 4_000_000

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
  const { archive, lease, lists, corrector, stop } = tools
  const today = new Date().toISOString().slice(0, 10)
  const remaking = { archive, lines: archive.boilerplateOf(source), options: { lists, today } }
  let [changed, last] = [0, 0]
  while (!stop?.aborted) {
    const sequences = archive.articlesOfSource(source, last, batch)
    last = sequences.at(-1) ?? last
    if (sequences.length === 0) return changed
    for (const remade of inBatches(sequences, remaking)) {
      changed += archive.remake(lease, remade, corrector.resolve)
    }
    await untilNextTurn()
  }
  return changed
}

/** The articles that are made again, not more at once than fit into the memory. */
function* inBatches(sequences: readonly number[], remaking: Remaking): Generator<Remade[]> {
  let remade: Remade[] = []
  let characters = 0
  for (const sequence of sequences) {
    const again = remakeOf(sequence, remaking)
    if (!again) continue
    remade.push(again)
    characters += again.article.text.length
    if (characters < mostCharacters) continue
    yield remade
    remade = []
    characters = 0
  }
  if (remade.length > 0) yield remade
}

interface Remaking {
  readonly archive: Archive
  readonly lines: readonly string[]
  readonly options: ArticleOptions
}

/** The article made again, where it has one of the lines; undefined for most. */
function remakeOf(sequence: number, { archive, lines, options }: Remaking): Remade | undefined {
  const stored = archive.getBySequence(sequence)
  const known = new Set(lines)
  const cleaning = stored && archive.cleaning(stored.id)
  if (!cleaning || !stored.text.split('\n').some((line) => known.has(line))) return undefined
  const draft = { ...draftAsRead(stored, cleaning), boilerplate: lines }
  const made = makeArticle(draft, options)
  return { sequence, ...made, article: { ...made.article, ...keptOf(stored) } }
}

/** When an article was published, and its language, are known from more than what the archive keeps. */
function keptOf({ published, dating, language }: StoredArticle) {
  return { published, dating, language }
}
