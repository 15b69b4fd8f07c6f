import { SingleBar } from 'cli-progress'
import { counted, type Progress, type RunState } from './progress.ts'

/** Shows a run as a bar with rate and time left. */
export function terminalProgress(): Progress {
  const bar = new SingleBar({
    format: '  {bar} {percentage} % | {what}',
    barCompleteChar: '█',
    barIncompleteChar: '░',
    barsize: 24,
    fps: 5,
    hideCursor: true,
    clearOnComplete: true,
    stopOnComplete: false,
    // A pile of any size keeps its bar whole: an empty one is done at once.
    emptyOnZero: false,
  })
  const started = performance.now()
  let total = 0
  return {
    begin: (bytes) => {
      total = bytes
      bar.start(Math.max(1, bytes), 0, { what: 'reading' })
    },
    show: (state) => {
      bar.update(state.bytes, {
        what: stateText(state, total, (performance.now() - started) / 1000),
      })
    },
    closing: (what) => {
      bar.update({ what })
    },
    indexing: (done, of) => {
      bar.update({ what: `indexing ${counted(done)} of ${counted(of)}` })
    },
    end: () => {
      bar.stop()
    },
  }
}

function stateText(state: RunState, total: number, seconds: number): string {
  const done = state.added + state.replaced + state.unchanged
  const setAside = state.setAside > 0 ? `, ${counted(state.setAside)} set aside` : ''
  const left = state.bytes > 0 ? ((total - state.bytes) * seconds) / state.bytes : 0
  return `${counted(done)} articles${setAside} | ${counted(Math.round(done / seconds))}/s | ${duration(left)} left`
}

function duration(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds))
  if (whole < 60) return `${whole} s`
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`
}
