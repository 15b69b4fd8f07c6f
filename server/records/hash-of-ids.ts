import { createHash } from 'node:crypto'

/**
 * By which two readers can tell whether they found the same articles: the SHA-256, in hexadecimal digits, of the ids in ascending order
 * of their bytes with a line feed between them and none at the end. With the ids in a file, one a line:
 *
 *     printf %s "$(LC_ALL=C sort ids.txt)" | sha256sum
 */
export function hashOfIds(ids: readonly string[]): string {
  return createHash('sha256')
    .update([...ids].sort().join('\n'))
    .digest('hex')
}
