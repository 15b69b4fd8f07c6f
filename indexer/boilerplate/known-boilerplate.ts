import type { Archive } from '../../engine/archive/archive.ts'
import { sourceOf } from '../../engine/archive/article-source.ts'
import { extractOutlet } from '../extract/extract.ts'
import type { Lists } from '../extract/lists.ts'
import type { Draft } from '../read/draft.ts'

/** A draft with the lines that the archive knows as boilerplate of its outlet. */
export function withKnownBoilerplate(draft: Draft, archive: Archive, lists: Lists): Draft {
  const { outlet } = extractOutlet(draft, lists)
  const source = sourceOf({ outlet, url: draft.url })
  const boilerplate = source === '' ? [] : archive.boilerplateOf(source)
  return boilerplate.length === 0 ? draft : { ...draft, boilerplate }
}
