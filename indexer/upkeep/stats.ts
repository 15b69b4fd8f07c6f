import { exitCodes, type IndexCommand } from '../commands/command.ts'
import { refuseWords } from '../commands/sample.ts'
import { gatherStats } from './gather-stats.ts'
import { reading } from './reading.ts'
import { statsLines } from './stats-lines.ts'

/** Says what the archive holds and how far its index follows; changes nothing, and works while others write. */
export const statsCommand: IndexCommand = {
  switches: ['json'],
  values: [],
  run: async (words, { line, say }) => {
    refuseWords('stats', words)
    const stats = await reading(line, gatherStats)
    if (line.switches.has('json')) say(JSON.stringify(stats, undefined, 2))
    else for (const text of statsLines(stats)) say(text)
    return exitCodes.completed
  },
}
