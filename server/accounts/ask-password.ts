import { createInterface } from 'node:readline'
import { Writable } from 'node:stream'
import { UsageError } from '../../engine/settings.ts'

/**
 * Asks for a password twice at a terminal, without showing what is typed; else takes the first line of standard input. Throws
 * UsageError when the two differ; '' where there is none.
 */
export async function askPassword(name: string): Promise<string> {
  if (!process.stdin.isTTY) return readLine()
  const first = await askUnseen(`Password for ${name}: `)
  if (first === '') return ''
  const again = await askUnseen('The same again: ')
  if (first !== again)
    throw new UsageError('The two passwords are not the same. Nothing was changed.')
  return first
}

/** Far more than any password has. */
const mostRead = 10_000

async function readLine(): Promise<string> {
  process.stdin.setEncoding('utf8')
  let read = ''
  for await (const piece of process.stdin) {
    read += String(piece)
    if (read.includes('\n') || read.length > mostRead) break
  }
  return read.split(/\r?\n/, 1)[0] ?? ''
}

function askUnseen(question: string): Promise<string> {
  process.stderr.write(question)
  // The terminal is read key by key, and what would be shown of them goes nowhere.
  const nowhere = new Writable({
    write: (_piece, _encoding, done) => {
      done()
    },
  })
  const terminal = createInterface({ input: process.stdin, output: nowhere, terminal: true })
  return new Promise((resolve) => {
    let typed = ''
    terminal.once('line', (line) => {
      typed = line
      terminal.close()
    })
    // Ctrl-C and Ctrl-D end it without an answer.
    terminal.once('close', () => {
      process.stderr.write('\n')
      resolve(typed)
    })
  })
}
