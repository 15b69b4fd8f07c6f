import type { Archive } from '../engine/archive/archive.ts'
import type { Lease } from '../engine/archive/lease.ts'
import { removeBoilerplate } from './boilerplate/remove-boilerplate.ts'
import { joinNames } from './canonical/join-names.ts'
import type { Corrector } from './corrections/corrector.ts'
import type { Lists } from './extract/lists.ts'
import { signArticles } from './families/sign-articles.ts'
import type { Progress } from './report/progress.ts'
import type { ArticleMaker } from './workers/article-maker.ts'

/** What the steps at the end of a run work with. */
export interface ClosingTools {
  readonly archive: Archive
  readonly lease: Lease
  readonly lists: Lists
  readonly corrector: Corrector
  /** Where articles are made again. */
  readonly maker: ArticleMaker
  /** Ends a step where it is; the next run goes on. */
  readonly stop?: AbortSignal | undefined
}

/**
 * Looks at the archive as a whole once the articles of a run are stored. Returns how many articles it changed. A step knows by itself
 * whether there is anything to do, so that a run that brought nothing ends at once; stopped or killed anywhere, its next call finishes
 * the work. Its memory is bounded whatever the archive holds.
 */
export type ClosingStep = (tools: ClosingTools) => Promise<number>

/** In their order, each with what is shown while it works: a step sees what the ones before it left. */
const closingSteps: ReadonlyMap<string, ClosingStep> = new Map<string, ClosingStep>([
  ['comparing texts', signArticles],
  ['looking for boilerplate', removeBoilerplate],
  ['comparing names', joinNames],
])

/** Takes all steps unless it is stopped; yields after each how many articles changed. */
export async function* takeClosingSteps(
  tools: ClosingTools & { readonly progress: Progress },
): AsyncGenerator<number> {
  for (const [what, step] of closingSteps) {
    if (tools.stop?.aborted) return
    tools.progress.closing(what)
    yield await step(tools)
  }
}
