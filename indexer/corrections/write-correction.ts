import type { Correction } from './correction.ts'

/** A correction as a line of the file, without its end: what kind it is first, fields that say nothing left out. */
export function correctionLine(correction: Correction): string {
  const { id, at, note, do: kind, ...says } = correction
  const fields = { do: kind, ...says, note, at, id }
  return JSON.stringify(
    Object.fromEntries(
      Object.entries(fields).filter(([, value]) => value !== undefined && value !== ''),
    ),
  )
}
