import { counted, doneOf, plural, readSoFar, type Progress, type RunState } from './progress.ts'

const millisecondsBetweenLines = 2000

/** Shows a run as lines, one every two seconds, for logs and pipes. */
export function plainProgress(print: (line: string) => void): Progress {
  const started = performance.now()
  let total = 0
  let due = started + millisecondsBetweenLines
  const now = (line: () => string) => {
    if (performance.now() < due) return
    due = performance.now() + millisecondsBetweenLines
    print(line())
  }
  return {
    begin: (bytes) => {
      total = bytes
    },
    show: (state) => {
      now(() => stateLine(state, total, (performance.now() - started) / 1000))
    },
    closing: (what) => {
      now(() => `  ${what}`)
    },
    indexing: (done, of) => {
      now(() => `  indexing: ${counted(done)} of ${plural(of, 'article')}`)
    },
    end: () => undefined,
  }
}

function stateLine(state: RunState, total: number, seconds: number): string {
  const parts = [
    `${counted(state.added)} added`,
    `${counted(state.replaced)} replaced`,
    `${counted(state.unchanged)} unchanged`,
    `${counted(state.setAside)} set aside`,
  ]
  const rate = counted(Math.round(doneOf(state) / seconds))
  return `  ${readSoFar(state, total, seconds)}: ${parts.join(', ')} (${rate} articles/s)`
}
