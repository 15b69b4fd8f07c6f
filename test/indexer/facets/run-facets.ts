import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const start = fileURLToPath(new URL('../../../indexer/facets/start.js', import.meta.url))

/** What a run of the command left. */
export interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Starts the command; its three streams are pipes. */
export function beginFacets(...args: string[]) {
  return spawn(process.execPath, [start, ...args], { stdio: ['pipe', 'pipe', 'pipe'] })
}

/** Runs the command to its end with this input. */
export async function runFacets(input: string | Uint8Array, ...args: string[]): Promise<Ended> {
  const child = beginFacets(...args)
  const read = async (stream: AsyncIterable<unknown>) => {
    const chunks: Uint8Array[] = []
    for await (const chunk of stream) if (chunk instanceof Uint8Array) chunks.push(chunk)
    return Buffer.concat(chunks).toString()
  }
  const exited = once(child, 'exit')
  // A command that ends before it has read everything closes its input; the test then looks at what it said.
  child.stdin.on('error', () => undefined)
  child.stdin.end(input)
  const [out, err] = await Promise.all([read(child.stdout), read(child.stderr)])
  await exited
  return { code: child.exitCode, out, err }
}
