/** A news medium where a text names it: words `from` to `to`, exclusive. */
export interface NamedMedium {
  readonly from: number
  readonly to: number
  readonly id: string
  readonly name: string
  /** What the name proves: `plain` a medium, `programme` its broadcast; the others nothing without a close cue. */
  readonly trust: 'plain' | 'cue' | 'short' | 'programme' | 'unlisted'
}
