import { SingleBar } from 'cli-progress'
import { counted, doneOf, readSoFar, type Progress, type RunState } from './progress.ts'

/** Shows a run as a bar with rate and time left. */
export function terminalProgress(): Progress {
  const bar = new SingleBar({
    format: '  {bar} | {what}',
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
      // Where nobody knows how much there is, the bar stays empty.
      bar.update(state.bytes > total ? 0 : state.bytes, {
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
  const done = doneOf(state)
  const setAside = state.setAside > 0 ? `, ${counted(state.setAside)} set aside` : ''
  const rate = counted(Math.round(done / seconds))
  return `${counted(done)} articles${setAside} | ${rate}/s | ${readSoFar(state, total, seconds)}`
}
