import { closeSync, fsyncSync, openSync } from 'node:fs'

/** Returns when a file, or the names in a folder, are on disk for good. */
export function syncToDisk(path: string): void {
  const opened = openSync(path, 'r')
  try {
    fsyncSync(opened)
  } finally {
    closeSync(opened)
  }
}
