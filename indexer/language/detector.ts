import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { eld } from 'eld/extrasmall'

type Detector = typeof eld

let detector: Detector | undefined

/** What the detector makes of a text. */
export interface Detection {
  /** ISO 639-1, '' when it has no idea. */
  readonly language: string
  readonly isSure: boolean
}

/** Asks the detector for the language of a text, of which it reads a thousand characters. The first call loads it: 0.2 s and 30 MB. */
export function askDetector(text: string): Detection {
  detector ??= loadDetector()
  const result = detector.detect(text)
  return { language: result.language, isSure: result.language !== '' && result.isReliable() }
}

/** Whether the detector can tell a language from others. */
export function isKnownToDetector(language: string): boolean {
  detector ??= loadDetector()
  return Object.values(detector.info().Languages).includes(language)
}

// Not imported: most archives are English, and neither their runs nor their workers need its tables.
function loadDetector(): Detector {
  const path = fileURLToPath(import.meta.resolve('eld/extrasmall'))
  const loaded: unknown = createRequire(import.meta.url)(path)
  if (!isDetectorModule(loaded)) throw new Error(`${path} is not the detector. Run npm ci again.`)
  return loaded.eld
}

function isDetectorModule(loaded: unknown): loaded is { readonly eld: Detector } {
  return typeof loaded === 'object' && loaded !== null && 'eld' in loaded
}
