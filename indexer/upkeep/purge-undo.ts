import { UsageError } from '../../engine/settings.ts'
import { exitCodes, type CommandTools, type Opened } from '../commands/command.ts'

/** Lets articles that were taken down be taken in again; without an id, lists those that were. */
export function allowAgain(
  ids: readonly string[],
  { archive, lease }: Opened,
  say: CommandTools['say'],
): Promise<number> {
  const known = new Set(archive.takenDown().map(({ id }) => id))
  if (ids.length === 0) {
    for (const { id, at } of archive.takenDown()) say(`${id}  taken down on ${at.slice(0, 10)}`)
    if (known.size === 0) say('No article was taken down.')
    return Promise.resolve(exitCodes.completed)
  }
  const unknown = ids.find((id) => !known.has(id))
  if (unknown !== undefined)
    throw new UsageError(`Article ${unknown} was not taken down. Nothing was changed.`)
  for (const id of ids) archive.allowAgain(lease, id)
  say('Allowed again. To take them in, index their sources once more.')
  return Promise.resolve(exitCodes.completed)
}
