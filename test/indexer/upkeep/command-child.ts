import { readCommandLine } from '../../../engine/settings.ts'
import { commands } from '../../../indexer/commands/commands.ts'

// Runs one command of `npm run index` that needs neither lease nor terminal, until it is killed: node command-child.ts COMMAND ARGS
const [name = '', ...args] = process.argv.slice(2)
const command = commands.get(name)
if (!command) throw new Error(`There is no command ${name}.`)
const line = readCommandLine('index', args, process.env, command)
console.log('begun')
process.exitCode = await command.run(line.words, {
  line,
  say: (text) => {
    console.log(text)
  },
  ask: async () => undefined,
  opened: () => Promise.reject(new Error('This needs no lease.')),
})
