/**
 * Lets this process go on when nobody reads what it prints any more: a run whose report goes to `head`, or to a terminal that was
 * closed, has its articles to store all the same. Any other error of the output is thrown.
 */
export function outliveClosedOutput(): void {
  for (const output of [process.stdout, process.stderr]) {
    output.on('error', (error: Error) => {
      if (!('code' in error) || error.code !== 'EPIPE') throw error
    })
  }
}
