/** So many exports run at once: each keeps a core busy for as long as its reader keeps up. */
const most = 3
/** When it is worth trying again, in seconds. */
export const retryAfter = 30

/** Exports enough are under way. The message says when to come back. */
export class TooManyExports extends Error {
  override readonly name = 'TooManyExports'
  constructor() {
    super(
      `${most} exports are being downloaded already, and more at once would slow the site down. Try again in half a minute.`,
    )
  }
}

let running = 0

/** Takes one of the places for exports; what is returned gives it back. Throws TooManyExports. */
export function takeSlot(): () => void {
  if (running >= most) throw new TooManyExports()
  running++
  let isGivenBack = false
  return () => {
    if (!isGivenBack) running--
    isGivenBack = true
  }
}
