import { errorCode } from '../read/source-file.ts'

/** Standard input cannot be used; the message says why and what to do. */
export class InputUnusable extends Error {
  override readonly name = 'InputUnusable'
}

/** The bytes of a stream as they come. Throws InputUnusable when it breaks off, and when it begins as no UTF-8 text does. */
export async function* readInput(stream: AsyncIterable<unknown>): AsyncGenerator<Uint8Array> {
  let isFirst = true
  try {
    for await (const chunk of stream) {
      if (!(chunk instanceof Uint8Array)) throw new InputUnusable('Standard input is not bytes.')
      if (isFirst) refuseOtherFormats(chunk)
      isFirst = false
      yield chunk
    }
  } catch (cause) {
    if (cause instanceof InputUnusable) throw cause
    throw new InputUnusable(`Standard input cannot be read: ${reasonOf(cause)}.`, { cause })
  }
}

// By their first bytes: otherwise every stretch between two accidental line breaks would be reported.
function refuseOtherFormats([first, second]: Uint8Array): void {
  const begins = (a: number, b: number) => first === a && second === b
  if (begins(0x1f, 0x8b))
    throw new InputUnusable(
      'Standard input is compressed. Unpack it on its way: gunzip -c articles.jsonl.gz | npm run -s facets',
    )
  if (begins(0xff, 0xfe) || begins(0xfe, 0xff))
    throw new InputUnusable('Standard input is UTF-16. Convert it to UTF-8 first.')
}

function reasonOf(error: unknown): string {
  if (errorCode(error) === 'EISDIR') return 'it is a folder, not a file'
  return error instanceof Error ? error.message : String(error)
}
