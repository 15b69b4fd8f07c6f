import type { Problem } from '../read-parameters.ts'

/** `from=2016-13: Not a date. …` */
export function describeProblem({ parameter, given, message }: Problem): string {
  return given === '' || parameter === 'q' ? message : `${parameter}=${given}: ${message}`
}
