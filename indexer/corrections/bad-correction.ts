/** A line of the corrections file says nothing that can be done. The message says what is wrong with it. */
export class BadCorrection extends Error {
  override readonly name = 'BadCorrection'
}
