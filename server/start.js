import { guardNode } from '../engine/node-guard.js'

guardNode()

// Some versions of Node 24 call SQLite experimental on every start; every other warning is shown.
const emitWarning = process.emitWarning.bind(process)
process.emitWarning = (warning, ...rest) => {
  const text = warning instanceof Error ? warning.message : warning
  if (!text.startsWith('SQLite is an experimental feature')) emitWarning(warning, ...rest)
}

await import('./main.ts')
