import { counted, plural } from '../report/progress.ts'
import type { Fault } from './fault.ts'

/** Faults that are shown; a damaged disk may bring millions. */
const faultsShown = 100

/** Says each fault when it is found, the first hundred of them, and counts them by what helps. */
export class FaultList {
  count = 0
  readonly #say: (line: string) => void
  readonly #remedies = new Map<string, number>()

  constructor(say: (line: string) => void) {
    this.#say = say
  }

  readonly report = ({ problem, remedy }: Fault): void => {
    this.count++
    this.#remedies.set(remedy, (this.#remedies.get(remedy) ?? 0) + 1)
    if (this.count <= faultsShown) this.#say(`FAULT ${problem}`)
    if (this.count === faultsShown) this.#say('Further faults are counted only.')
  }

  /** What was found, and what to do. */
  summary(): string[] {
    if (this.count === 0) return ['No fault was found.']
    return [
      `${plural(this.count, 'fault')} found. What to do:`,
      ...[...this.#remedies].map(([remedy, faults]) => `  ${remedy} (${counted(faults)})`),
    ]
  }
}
