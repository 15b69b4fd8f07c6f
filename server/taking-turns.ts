/** Does the work when its turn comes. */
export type InTurn = <T>(work: () => Promise<T>) => Promise<T>

/** Lets no more than `most` go on at once; the others wait in the order in which they came. */
export function takingTurns(most: number): InTurn {
  let going = 0
  const waiting: (() => void)[] = []
  return async (work) => {
    if (going >= most) await new Promise<void>((resolve) => waiting.push(resolve))
    else going++
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else going--
    }
  }
}
