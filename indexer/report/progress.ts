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
  /** Called once, with the size of the whole input. */
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
