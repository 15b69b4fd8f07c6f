import { describe, expect, it } from '@jest/globals'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { listenForEnd } from '../../../indexer/read/why-ended.ts'

describe('why a process that parses documents ended', () => {
  it.each([
    [`process.kill(process.pid, 'SIGTERM')`, 'the process that parsed it was ended by SIGTERM'],
    [`process.kill(process.pid, 'SIGKILL')`, 'the process that parsed it was ended by SIGKILL'],
    [`process.exit(3)`, 'the process that parsed it ended with code 3'],
    [`process.kill(process.pid, 'SIGUSR2')`, 'it needs more than 64 MB of memory'],
    [`const all = []; for (;;) all.push(['x', all.length])`, 'it needs more than 64 MB of memory'],
  ])('%s: %s', async (script, why) => {
    const child = spawn(process.execPath, ['--max-old-space-size=16', '-e', script])
    const end = listenForEnd(child, 64)
    await once(child, 'close')
    expect(end.why()).toBe(why)
  })
})
