import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { acquireLease, LeaseHeld } from '../../../engine/archive/lease.ts'

let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'dateline-lease-'))
})
afterEach(() => {
  rmSync(dataDir, { recursive: true })
})

describe('the lease of a data folder', () => {
  it('tells a second one who holds it', () => {
    const lease = acquireLease(dataDir, 'the first indexer')
    expect(() => acquireLease(dataDir, 'the second indexer')).toThrow(LeaseHeld)
    expect(() => acquireLease(dataDir, 'the second indexer')).toThrow('the first indexer')
    lease.release()
  })

  it('can be taken again when it was given back', () => {
    acquireLease(dataDir, 'the first indexer').release()
    const second = acquireLease(dataDir, 'the second indexer')
    expect(second.held).toBe(true)
    second.release()
    expect(second.held).toBe(false)
  })

  it('is free again when its holder is killed', async () => {
    const module = new URL('../../../engine/archive/lease.ts', import.meta.url).href
    const script = `
      const { acquireLease } = await import(${JSON.stringify(module)})
      globalThis.lease = acquireLease(${JSON.stringify(dataDir)}, 'a killed indexer')
      console.log('held')
      setInterval(() => {}, 1000)`
    const holder = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    try {
      await once(holder.stdout, 'data')
      expect(() => acquireLease(dataDir, 'the next one')).toThrow('a killed indexer')
    } finally {
      holder.kill('SIGKILL')
      await once(holder, 'exit')
    }
    const lease = acquireLease(dataDir, 'the next one')
    expect(lease.held).toBe(true)
    lease.release()
  })
})
