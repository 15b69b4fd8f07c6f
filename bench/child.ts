import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** What a measuring process reports: lists of numbers by name. */
export type Figures = Readonly<Record<string, readonly number[]>>

/**
 * Runs a script of this folder in a process of its own, so that its memory is its own, and waits for the figures that it sends.
 * `peakMb` is among them: the most memory that it held. `nodeOptions` are for Node itself. Throws when it fails.
 */
export function measureInChild(
  script: string,
  args: readonly string[],
  nodeOptions: readonly string[] = [],
): Promise<Figures> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(new URL(script, import.meta.url)), args, {
      execArgv: [...nodeOptions],
    })
    let figures: Figures | undefined
    child.on('message', (message) => {
      if (isFigures(message)) figures = message
    })
    child.on('error', reject)
    child.on('exit', (code) => {
      if (figures && code === 0) resolve(figures)
      else reject(new Error(`bench/${script} failed (exit code ${code}); its error stands above.`))
    })
  })
}

/** Reports figures to the process that started this one, with the most memory that this one held. */
export function report(figures: Figures): void {
  const peakMb = Math.round(process.resourceUsage().maxRSS / 1024)
  process.send?.({ ...figures, peakMb: [peakMb] })
}

/** The seconds that the processor has worked for this process so far: unlike the clock's, little changed by what else runs. */
export function cpuSeconds(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1e6
}

/** The one number of a name; throws when it was not reported. */
export function figure(figures: Figures, name: string): number {
  const value = figures[name]?.[0]
  if (value === undefined) throw new Error(`The figure “${name}” was not reported.`)
  return value
}

/** The numbers of a name; none when it was not reported. */
export function series(figures: Figures, name: string): readonly number[] {
  return figures[name] ?? []
}

function isFigures(message: unknown): message is Figures {
  return (
    typeof message === 'object' &&
    message !== null &&
    Object.values(message).every((list) => Array.isArray(list) && list.every(Number.isFinite))
  )
}
