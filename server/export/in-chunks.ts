/** Bytes that are sent at once. */
const chunkSize = 64 * 1024

/** Joins small pieces, because each one that is sent costs as much as a large one. */
export async function* inChunks(
  pieces: AsyncIterable<string | Uint8Array>,
): AsyncGenerator<Buffer, void, undefined> {
  let waiting: Buffer[] = []
  let length = 0
  for await (const piece of pieces) {
    const bytes = Buffer.from(piece)
    waiting.push(bytes)
    length += bytes.length
    if (length >= chunkSize) {
      yield Buffer.concat(waiting)
      waiting = []
      length = 0
    }
  }
  if (length > 0) yield Buffer.concat(waiting)
}
