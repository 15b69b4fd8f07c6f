import type { ChildProcess } from 'node:child_process'

/** The last part of what a process prints is kept: why V8 gave up stands at the end of much else. In characters. */
const kept = 16_384

/** Listens to what a process prints as an error; says at its end why it ended. */
export function listenForEnd(
  child: ChildProcess,
  megabytes: number,
): { readonly why: () => string } {
  let printed = ''
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    printed = `${printed}${text}`.slice(-kept)
  })
  return { why: () => whyEnded(child, printed, megabytes) }
}

function whyEnded({ exitCode, signalCode }: ChildProcess, printed: string, most: number): string {
  // See memory-watch.ts.
  if (signalCode === 'SIGUSR2' || printed.includes('heap out of memory'))
    return `it needs more than ${most} MB of memory`
  if (signalCode !== null) return `the process that parsed it was ended by ${signalCode}`
  return `the process that parsed it ended with code ${exitCode}`
}
