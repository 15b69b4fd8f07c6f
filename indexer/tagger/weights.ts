import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { labelCount } from './labels.ts'

/** The weights that the project carries; the model card beside them says where they come from. */
export const weightsFile = join(import.meta.dirname, '..', '..', 'seeds', 'tagger', 'weights.bin')

/** What the tagger has learned. Immutable. */
export interface Weights {
  /** Adds what a feature earns each label to a row of scores; a feature never learned adds nothing. */
  addTo(scores: Float64Array, row: number, feature: number): void
  /** Hash of the file: equal versions tag equally. */
  readonly version: string
}

/** A weights file that cannot be used: says which file, what is wrong and what to do. */
export class MalformedWeights extends Error {
  constructor(file: string, problem: string) {
    super(`${file}: ${problem}. Restore the file or write it anew with npm run train.`)
    this.name = 'MalformedWeights'
  }
}

/** Features and their weights, one row of labels for each feature. */
export interface WeightTable {
  readonly features: Uint32Array
  /** In rows as long as there are labels. */
  readonly weights: Int8Array
  /** What one step of an int8 is worth. */
  readonly step: number
}

/** No weights at all: every label is equally likely. */
export const noWeights: Weights = { addTo: () => undefined, version: 'none' }

const magic = 'dateline tagger 1\n'
const headerLength = 32

/**
 * The weights as a file: an ASCII line that names the format, at byte 24 the number of features (uint32) and at byte
 * 28 the step (float32), then the features (uint32 each), then their weights (int8 each); all little-endian.
 */
export function packWeights({ features, weights, step }: WeightTable): Buffer {
  const file = Buffer.alloc(headerLength + features.length * (4 + labelCount))
  file.write(magic, 'latin1')
  file.writeUInt32LE(features.length, 24)
  file.writeFloatLE(step, 28)
  features.forEach((feature, index) => file.writeUInt32LE(feature, headerLength + 4 * index))
  const start = headerLength + 4 * features.length
  weights.forEach((weight, index) => file.writeInt8(weight, start + index))
  return file
}

/** Reads a weights file. Throws MalformedWeights when it is missing, cut short or of another format. */
export function readWeights(file: string = weightsFile): Weights {
  let content: Buffer
  try {
    content = readFileSync(file)
  } catch (cause) {
    throw new MalformedWeights(file, `cannot be read (${String(cause)})`)
  }
  return unpackWeights(content, file)
}

function unpackWeights(content: Buffer, file: string): Weights {
  if (content.toString('latin1', 0, magic.length) !== magic)
    throw new MalformedWeights(file, `does not begin with "${magic.trim()}"`)
  const count = content.length < headerLength ? 0 : content.readUInt32LE(24)
  const length = headerLength + count * (4 + labelCount)
  if (content.length !== length)
    throw new MalformedWeights(
      file,
      `has ${content.length} bytes where ${length} are expected for ${count} features`,
    )
  const start = headerLength + 4 * count
  const version = createHash('sha256').update(content).digest('hex').slice(0, 16)
  return tableWeights(
    {
      features: Uint32Array.from({ length: count }, (_, index) =>
        content.readUInt32LE(headerLength + 4 * index),
      ),
      weights: new Int8Array(content.subarray(start)),
      step: content.readFloatLE(28),
    },
    version,
  )
}

/** Weights ready to use: features are found by open addressing, at most half of the places being taken. */
export function tableWeights({ features, weights, step }: WeightTable, version: string): Weights {
  const size = 2 ** Math.ceil(Math.log2(features.length * 2 + 2))
  const places = new Int32Array(size).fill(-1)
  features.forEach((feature, index) => {
    let place = feature & (size - 1)
    while (places[place] !== -1) place = (place + 1) & (size - 1)
    places[place] = index
  })
  return {
    version,
    addTo(scores, row, feature) {
      let place = feature & (size - 1)
      for (;;) {
        const index = places[place] ?? -1
        if (index === -1) return
        if (features[index] === feature) {
          addRow(scores, row, index * labelCount)
          return
        }
        place = (place + 1) & (size - 1)
      }
    },
  }

  function addRow(scores: Float64Array, row: number, from: number): void {
    for (let label = 0; label < labelCount; label++)
      scores[row + label] = (scores[row + label] ?? 0) + (weights[from + label] ?? 0) * step
  }
}
