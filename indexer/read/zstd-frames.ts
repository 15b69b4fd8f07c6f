import { once } from 'node:events'
import { createZstdDecompress, type ZstdDecompress } from 'node:zlib'

/**
 * Unpacks zstd, frame after frame: tools that work in parallel or append write several, and Node's stream ends with the first.
 * Throws what Node throws where the data is damaged or cut off.
 */
export async function* readZstd(
  source: AsyncGenerator<Uint8Array, void>,
  chunkSize: number,
): AsyncGenerator<Uint8Array, void> {
  let rest: Uint8Array | undefined = await next(source)
  try {
    while (rest) {
      const frame = createZstdDecompress({ chunkSize })
      const fed = feed(frame, rest, source)
      yield* unpacked(frame)
      rest = (await fed) ?? (await next(source))
    }
  } finally {
    await source.return()
  }
}

async function* unpacked(frame: ZstdDecompress): AsyncGenerator<Uint8Array, void> {
  try {
    for await (const chunk of frame) {
      if (chunk instanceof Uint8Array) yield chunk
    }
  } finally {
    frame.destroy()
  }
}

/** Writes chunks until the frame wants no more. Resolves to what of the last one it left. */
async function feed(
  frame: ZstdDecompress,
  first: Uint8Array,
  source: AsyncGenerator<Uint8Array, void>,
): Promise<Uint8Array | undefined> {
  let given = 0
  // A stream that is destroyed calls nobody back; its error is told to who reads from it.
  const closed = once(frame, 'close').catch(() => undefined)
  try {
    for (let chunk: Uint8Array | undefined = first; chunk; chunk = await next(source)) {
      given += chunk.length
      const written = new Promise((resolve) => frame.write(chunk, resolve))
      await Promise.race([written, closed])
      const left = given - frame.bytesWritten
      if (left > 0) return chunk.subarray(chunk.length - left)
      if (frame.destroyed) return undefined
    }
    frame.end()
  } catch (error) {
    frame.destroy(error instanceof Error ? error : new Error(String(error)))
  }
  return undefined
}

async function next(source: AsyncGenerator<Uint8Array, void>): Promise<Uint8Array | undefined> {
  const { value } = await source.next()
  return value ?? undefined
}
