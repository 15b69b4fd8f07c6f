import { guardNode } from '../engine/node-guard.js'

guardNode()
const { spawnSync } = await import('node:child_process')
const jest = new URL('../node_modules/jest/bin/jest.js', import.meta.url).pathname
const asked = process.argv.slice(2)
// What takes a minute runs when it is asked for: tests in a browser by `npm run test:browser`, tests that kill processes, fill disks or
// wait for the clock by `npm run test:long`, and both by their paths.
const apart = [
  ...(asked.some((each) => each.startsWith('test/e2e')) ? [] : ['test/e2e']),
  ...(asked.some((each) => !each.startsWith('-')) ? [] : ['\\.long\\.test\\.ts$']),
]
const left = apart.map((path) => `--testPathIgnorePatterns=${path}`)
const run = spawnSync(
  process.execPath,
  ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', jest, ...asked, ...left],
  { stdio: 'inherit' },
)
process.exitCode = run.status ?? 1
