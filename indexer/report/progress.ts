/** How far a run is. */
export interface RunState {
  /** Of the input, as stored: compressed files count compressed. */
  readonly bytes: number
  readonly added: number
  readonly replaced: number
  readonly unchanged: number
  readonly setAside: number
}

/** Somewhere to show how a run gets on. */
export interface Progress {
  /** Called once, with the size of the whole input in bytes; 0 where nobody knows, as of standard input. */
  begin(bytes: number): void
  /** Called often; showing less is the display's business. */
  show(state: RunState): void
  /** The input is read; one of the closing steps begins. */
  closing(what: string): void
  /** The closing steps are done; `done` of `of` articles have reached the index. */
  indexing(done: number, of: number): void
  /** Called once, whatever happened. */
  end(): void
}

/** Shows nothing. */
export const silentProgress: Progress = {
  begin: () => undefined,
  show: () => undefined,
  closing: () => undefined,
  indexing: () => undefined,
  end: () => undefined,
}

/** `1,234` */
export function counted(count: number): string {
  return count.toLocaleString('en-US')
}

/** `1 article`, `1,234 articles` */
export function plural(count: number, noun: string): string {
  return `${counted(count)} ${noun}${count === 1 ? '' : 's'}`
}

/** How many records a run has met so far and knows what became of. */
export function doneOf({ added, replaced, unchanged }: RunState): number {
  return added + replaced + unchanged
}

/** How much of the input is read, and how long the rest will take at the same pace: `45 % read, 2 min 3 s left`, `12.0 MB read`. */
export function readSoFar({ bytes }: RunState, total: number, seconds: number): string {
  if (bytes > total) return `${(bytes / 1e6).toFixed(1)} MB read`
  const share = total === 0 ? 1 : bytes / total
  const left = share > 0 ? `, ${duration((seconds * (1 - share)) / share)} left` : ''
  return `${Math.floor(100 * share)} % read${left}`
}

function duration(seconds: number): string {
  const whole = Math.ceil(seconds)
  if (whole < 60) return `${whole} s`
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`
}
