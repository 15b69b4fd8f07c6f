import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { runAccountCommand } from '../../../server/accounts/account-command.ts'
import { isPassword } from '../../../server/accounts/password-hash.ts'
import { Store } from '../../../server/store/store.ts'
import { addTestAccount } from '../visitor.ts'

let folder: string
let store: Store
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-accounts-'))
  store = new Store(folder)
})
afterEach(() => {
  store.close()
  rmSync(folder, { recursive: true })
})

const run = async (line: string, password = 'a decent sentence') => {
  const [words, switches] = [
    line.split(' ').filter((word) => !word.startsWith('--')),
    line.match(/(?<=--)\S+/g) ?? [],
  ]
  const tools = { store, askPassword: async () => password }
  return (await runAccountCommand({ words, switches: new Set(switches) }, tools)).join('\n')
}

describe('npm run user', () => {
  it('adds an account with the password that was typed', async () => {
    expect(await run('add Anna')).toContain('Added anna, an admin.')
    const account = store.accounts.byName('anna')
    const hash = store.accounts.passwordOf(account?.id ?? 0) ?? ''
    expect(hash).toMatch(/^\$scrypt\$ln=17,r=8,p=1\$/)
    expect(await isPassword('a decent sentence', hash)).toBe(true)
    expect(await isPassword('a decent sentencE', hash)).toBe(false)
  })

  it('gives the first account what was kept before there were any', async () => {
    store.savedQueries.add(0, { name: 'Drones', search: 'q=drones', seen: 1 })
    expect(await run('add anna')).toContain('1 thing (saved queries and collections)')
    expect(await run('add ben')).toBe('Added ben, a reader.')
    expect([0, 1, 2].map((owner) => store.savedQueries.list(owner).length)).toEqual([0, 1, 0])
  })

  it.each([
    ['add anna', 'tiny', 'at least 10 characters'],
    ['add annalise', 'annalise12', 'Without the name'],
    ['add anna', 'aaaaaaaaaaaaaaaa', 'same few characters'],
    ['add anna', '', 'No password was given'],
    ['add a/b', 'a decent sentence', 'A name consists of'],
    [`add ${'x'.repeat(61)}`, 'a decent sentence', 'more than 60'],
    ['add', '', 'npm run user -- add NAME [--admin]'],
    ['add anna --with-data', '', 'npm run user -- add NAME [--admin]'],
    ['remove anna', '', 'no account named anna'],
    ['frob', '', 'no command “frob”'],
  ])('refuses “%s” with the password “%s”', async (line, password, message) => {
    await expect(run(line, password)).rejects.toThrow(message)
    expect(store.accounts.any()).toBe(false)
  })

  it('never leaves a site without an admin', async () => {
    await addTestAccount(store, 'anna', 'admin')
    await addTestAccount(store, 'ben', 'reader')
    await expect(run('role anna reader')).rejects.toThrow('only admin')
    await expect(run('remove anna')).rejects.toThrow('only admin')
    await run('role ben admin')
    await run('role anna reader')
    expect(await run('list')).toMatch(/anna {2}reader .*\nben {3}admin /)
  })

  it('keeps what a removed account leaves, until it comes back', async () => {
    await addTestAccount(store, 'anna', 'admin')
    await addTestAccount(store, 'ben', 'reader')
    store.savedQueries.add(2, { name: 'Drones', search: 'q=drones', seen: 1 })
    store.feedTokens.renew(2, 1)
    const token = store.feedTokens.of(2, 1)
    expect(store.feedTokens.find(token)).toBeDefined()
    expect(await run('remove ben')).toContain('are kept')
    expect(store.feedTokens.find(token)).toBeUndefined()
    expect(store.accounts.byId(2)).toBeUndefined()
    expect(store.accounts.passwordOf(2)).toBeUndefined()
    expect(await run('add ben')).toContain('theirs again')
    expect(store.savedQueries.list(store.accounts.byName('ben')?.id ?? 0)).toHaveLength(1)
  })

  it('deletes it with --with-data, and gives nobody the number again', async () => {
    await addTestAccount(store, 'anna', 'admin')
    await addTestAccount(store, 'ben', 'reader')
    store.savedQueries.add(2, { name: 'Drones', search: 'q=drones', seen: 1 })
    const collection = store.collections.add(2, { name: 'Ships', notes: '', shared: true })
    await run('remove ben --with-data')
    expect(store.savedQueries.list(2)).toEqual([])
    expect(store.collections.visible(1, collection)).toBeUndefined()
    await addTestAccount(store, 'ben', 'reader')
    expect(store.accounts.byName('ben')?.id).toBe(3)
  })

  it('ends the sessions of who gets another password or goes', async () => {
    await addTestAccount(store, 'anna', 'admin')
    await addTestAccount(store, 'ben', 'reader')
    const expires = new Date(Date.now() + 60_000).toISOString()
    const sessions = [
      ['a', 1],
      ['b', 2],
    ] as const
    for (const [id, account] of sessions)
      store.sessions.put(id, { account, content: '{}', expires })
    await run('password ben')
    expect([store.sessions.get('a') !== undefined, store.sessions.get('b')]).toEqual([
      true,
      undefined,
    ])
    store.sessions.put('c', { account: 2, content: '{}', expires })
    await run('remove ben')
    expect(store.sessions.get('c')).toBeUndefined()
  })

  it('tells all of it in the audit log', async () => {
    await addTestAccount(store, 'anna', 'admin')
    await addTestAccount(store, 'ben', 'reader')
    await run('role ben admin')
    await run('password ben')
    await run('remove ben')
    const { lines } = store.audit.list('npm run user', 1, 10)
    expect(lines.map(({ action, subject, details }) => [action, subject, details])).toEqual([
      ['removed an account', 'ben', 'what was theirs is kept'],
      ['changed a password', 'ben', ''],
      ['changed a role', 'ben', 'admin'],
    ])
  })

  it('reads the password from standard input, while a site has the store open', async () => {
    const program = fileURLToPath(new URL('../../../server/accounts/start.js', import.meta.url))
    const child = spawn(process.execPath, [program, 'add', 'anna', '--data-dir', folder])
    let said = ''
    child.stdout.on('data', (piece: Buffer) => {
      said += piece.toString()
    })
    child.stdin.end('a decent sentence\nand more\n')
    await once(child, 'close')
    expect([child.exitCode, said]).toEqual([0, expect.stringContaining('Added anna')])
    const hash = store.accounts.passwordOf(1) ?? ''
    expect(await isPassword('a decent sentence', hash)).toBe(true)
  })
})
