const anyError = 1
const corrupt = 11
const notADatabase = 26

/** A generation of the index cannot be used and is to be built anew from the archive; nothing is lost. The message says why. */
export class IndexUnusable extends Error {
  override readonly name = 'IndexUnusable'
}

/** Whether SQLite found that a file does not hold what it should. */
export function isDamage(error: unknown): boolean {
  const code = codeOf(error)
  return code === corrupt || code === notADatabase
}

/** What opening an index found, as IndexUnusable: a table that is not there is damage too. Any other error as it is. */
export function faultAtOpening(error: unknown): unknown {
  return isDamage(error) || codeOf(error) === anyError
    ? new IndexUnusable('The search index is damaged.', { cause: error })
    : error
}

/** SQLite's result code; the low byte is the error, the rest its variety. */
function codeOf(error: unknown): number | undefined {
  if (!(typeof error === 'object' && error !== null && 'errcode' in error)) return undefined
  return Number(error.errcode) & 0xff
}
