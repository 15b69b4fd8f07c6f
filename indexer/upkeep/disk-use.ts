import { lstatSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** How many bytes the files of a data folder take. */
export interface DiskUse {
  readonly archive: number
  /** 0 where the index is on a server. */
  readonly index: number
  /** Saved queries, corrections and lists of what was set aside. */
  readonly userData: number
  /** Whatever else lies there, e.g. what a restore put aside. */
  readonly other: number
}

const placeOf: readonly (readonly [RegExp, keyof DiskUse])[] = [
  [/^archive\.sqlite(?:-\w+)?$/, 'archive'],
  [/^(?:index|vocabulary\.sqlite(?:-\w+)?)$/, 'index'],
  [/^(?:user\.sqlite(?:-\w+)?|corrections\.jsonl|set-aside)$/, 'userData'],
]

/** Adds up the files of a data folder. What vanishes meanwhile counts as nothing. */
export function diskUse(dataDir: string): DiskUse {
  const use = { archive: 0, index: 0, userData: 0, other: 0 }
  for (const name of readdirSync(dataDir)) {
    const place = placeOf.find(([pattern]) => pattern.test(name))?.[1] ?? 'other'
    use[place] += bytesOf(join(dataDir, name))
  }
  return use
}

/** Symbolic links are not followed. */
function bytesOf(path: string): number {
  const found = lstatSync(path, { throwIfNoEntry: false })
  if (!found?.isDirectory()) return found?.size ?? 0
  return readdirSync(path).reduce((sum, name) => sum + bytesOf(join(path, name)), 0)
}

/** `812 bytes`, `4.5 KB`, `1.2 GB` */
export function shownBytes(bytes: number): string {
  if (bytes < 1_000) return `${bytes} bytes`
  const [amount, unit] = inUnit(bytes / 1_000, ['KB', 'MB', 'GB', 'TB'])
  return `${amount < 10 ? amount.toFixed(1) : Math.round(amount)} ${unit}`
}

function inUnit(amount: number, [unit = '', ...larger]: readonly string[]): [number, string] {
  return amount < 999.5 || larger.length === 0 ? [amount, unit] : inUnit(amount / 1_000, larger)
}
