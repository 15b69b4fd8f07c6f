import { guardNode } from '../engine/node-guard.js'

guardNode()
const { spawnSync } = await import('node:child_process')
const jest = new URL('../node_modules/jest/bin/jest.js', import.meta.url).pathname
const asked = process.argv.slice(2)
// Tests in a browser take a minute and run when they are asked for, by `npm run test:browser`.
const browser = 'test/e2e'
const left = asked.some((each) => each.startsWith(browser))
  ? []
  : [`--testPathIgnorePatterns=${browser}`]
const run = spawnSync(
  process.execPath,
  ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', jest, ...asked, ...left],
  { stdio: 'inherit' },
)
process.exitCode = run.status ?? 1
