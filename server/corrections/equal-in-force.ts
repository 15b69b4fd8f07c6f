import { withoutUndone, type Correction } from '../../indexer/pipeline.ts'

/**
 * The correction in force that says the same as a new one, as after a double click; undefined where there is none, and where a later one
 * on the same value may have changed what it did.
 */
export function equalInForce(
  asked: Correction,
  all: readonly Correction[],
): Correction | undefined {
  if (asked.do === 'undo') return undefined
  const last = withoutUndone(all).findLast(
    (each) =>
      each.do !== 'undo' && each.facet === asked.facet && Object.values(each).includes(asked.value),
  )
  return last && says(last) === says(asked) ? last : undefined
}

/** All but when it was made, and why. */
function says(correction: Correction): string {
  const fields = Object.entries({ ...correction, id: '', at: '', note: '' })
  return JSON.stringify(fields.filter(([, value]) => value !== undefined).sort())
}
