import { UsageError } from '../../engine/settings.ts'
import type { CommandTools } from '../commands/command.ts'

/**
 * Whether somebody wants a thing done that cannot be undone: they said --yes, or say so at the terminal. Only a plain yes is one.
 * Throws UsageError where there is neither.
 */
export async function confirmed(
  question: string,
  { line, ask }: Pick<CommandTools, 'line' | 'ask'>,
): Promise<boolean> {
  if (line.switches.has('yes')) return true
  const answer = await ask(`${question} [y/N] `)
  if (answer === undefined)
    throw new UsageError('Nothing was done: there is no terminal to ask at. Add --yes to do it.')
  return /^\s*y(?:es)?\s*$/i.test(answer)
}
