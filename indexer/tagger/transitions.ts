import { featureOf } from './hash.ts'
import { labelCount } from './labels.ts'
import { transitionFactors } from './lattice.ts'
import type { Weights } from './weights.ts'

/** The feature under which a weights file keeps what each label earns after `previous`. */
export function transitionFeature(previous: number): number {
  return featureOf(1000, previous)
}

/** What these weights say of labels in a row, as factors. */
export function transitionsOf(weights: Weights): Float64Array {
  const scores = new Float64Array(labelCount * labelCount)
  for (let previous = 0; previous < labelCount; previous++)
    weights.addTo(scores, previous * labelCount, transitionFeature(previous))
  return transitionFactors(scores)
}
