import { createReadStream } from 'node:fs'
import { mkdtemp, open, rm, type FileHandle } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Bytes gathered before they are written. */
const bufferSize = 128 * 1024

/** A folder of the system's for what has to be put together before it can be sent; it goes when it is disposed of. */
export class SpoolFolder implements AsyncDisposable {
  readonly #path: string
  readonly #spools: Spool[] = []

  private constructor(path: string) {
    this.#path = path
  }

  static async make(): Promise<SpoolFolder> {
    return new SpoolFolder(await mkdtemp(join(tmpdir(), 'dateline-export-')))
  }

  async spool(): Promise<Spool> {
    const path = join(this.#path, String(this.#spools.length))
    const spool = new Spool(path, await open(path, 'wx', 0o600))
    this.#spools.push(spool)
    return spool
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const spool of this.#spools) await spool.close()
    await rm(this.#path, { recursive: true, force: true })
  }
}

/** A file that is written from beginning to end and then read so, once each. */
export class Spool {
  readonly #path: string
  readonly #file: FileHandle
  #waiting: Buffer[] = []
  #length = 0
  #isOpen = true

  constructor(path: string, file: FileHandle) {
    this.#path = path
    this.#file = file
  }

  async append(bytes: Buffer): Promise<void> {
    this.#waiting.push(bytes)
    this.#length += bytes.length
    if (this.#length >= bufferSize) await this.#write()
  }

  /** What was appended. Nothing can be appended any more. */
  async *read(): AsyncGenerator<Buffer, void, undefined> {
    await this.#write()
    await this.close()
    for await (const chunk of createReadStream(this.#path)) yield Buffer.from(asBytes(chunk))
  }

  async close(): Promise<void> {
    if (this.#isOpen) await this.#file.close()
    this.#isOpen = false
  }

  async #write(): Promise<void> {
    const bytes = Buffer.concat(this.#waiting)
    this.#waiting = []
    this.#length = 0
    if (bytes.length > 0) await this.#file.writeFile(bytes)
  }
}

function asBytes(chunk: unknown): Uint8Array {
  if (chunk instanceof Uint8Array) return chunk
  throw new Error('A file was read as something else than bytes.')
}
