import { createInterface } from 'node:readline/promises'

/** Asks whoever sits at the terminal; undefined where there is none, or they end it without an answer. */
export async function askOnTerminal(question: string): Promise<string | undefined> {
  if (!process.stdin.isTTY || !process.stdout.isTTY) return undefined
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  const closed = new Promise<undefined>((resolve) =>
    terminal.once('close', () => {
      resolve(undefined)
    }),
  )
  // Ctrl-C is an answer too: nothing is done.
  terminal.on('SIGINT', () => {
    terminal.close()
  })
  try {
    return await Promise.race([terminal.question(question), closed])
  } finally {
    terminal.close()
  }
}
