import { guardNode } from '../engine/node-guard.js'

guardNode()
const { spawnSync } = await import('node:child_process')
const jest = new URL('../node_modules/jest/bin/jest.js', import.meta.url).pathname
const run = spawnSync(
  process.execPath,
  [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    jest,
    ...process.argv.slice(2),
  ],
  { stdio: 'inherit' },
)
process.exitCode = run.status ?? 1
