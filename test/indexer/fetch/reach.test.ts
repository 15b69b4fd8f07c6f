import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { readCommandLine } from '../../../engine/settings.ts'
import { clientFor } from '../../../indexer/feeds/web-options.ts'
import { isLinkLocal, isPublicAddress } from '../../../indexer/fetch/public-address.ts'
import type { Reach, Resolve } from '../../../indexer/fetch/resolve.ts'
import { WebClient } from '../../../indexer/fetch/web-client.ts'
import { serve, type LocalServer } from './local-server.ts'

describe('isPublicAddress', () => {
  it.each([
    ...['0.0.0.0', '127.0.0.1', '127.255.255.254', '10.1.2.3', '172.16.0.1', '192.168.1.1'],
    ...['169.254.169.254', '100.64.0.1', '192.0.0.1', '192.0.2.1', '198.18.0.1', '203.0.113.9'],
    ...['224.0.0.1', '240.0.0.1', '255.255.255.255', '::', '::1', '::ffff:127.0.0.1'],
    ...[
      '::ffff:8.8.8.8',
      '::127.0.0.1',
      'fe80::1',
      'fe80::1%eth0',
      'fec0::1',
      'fc00::1',
      'fd12::1',
    ],
    ...[
      'ff02::1',
      '64:ff9b::7f00:1',
      '2002:7f00:1::',
      '2001::1',
      '2001:db8::1',
      '100::1',
      'localhost',
    ],
  ])('is none: %s', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })

  it.each(['8.8.8.8', '193.0.6.139', '2001:67c:2e8:22::c100:68b'])('is one: %s', (address) => {
    expect(isPublicAddress(address)).toBe(true)
  })
})

describe('isLinkLocal', () => {
  it.each(['169.254.169.254', '169.254.0.1', 'fe80::1', 'fe80::1%eth0', '::ffff:169.254.169.254'])(
    'is so: %s',
    (address) => {
      expect(isLinkLocal(address)).toBe(true)
    },
  )

  it.each(['127.0.0.1', '192.168.0.9', '8.8.8.8', '::1', 'fd12::1', 'localhost'])(
    'is not: %s',
    (address) => {
      expect(isLinkLocal(address)).toBe(false)
    },
  )
})

describe('ALLOW_PRIVATE_ADDRESSES=1', () => {
  it.each(['169.254.169.254', '[fe80::1]', '[::ffff:169.254.169.254]'])(
    'opens no way to http://%s',
    async (host) => {
      const line = readCommandLine('index', ['--allow-private-addresses', '1'], {}, commands)
      const client = clientFor({ line })
      await expect(client.get({ address: `http://${host}/`, accept: '*/*' })).rejects.toThrow(
        'link-local: it is never asked',
      )
    },
  )
})

const commands = { switches: [], values: [] }

describe('what WebClient connects to', () => {
  let server: LocalServer
  let port = ''
  beforeAll(async () => {
    server = await serve({
      '/a': 'Here',
      '/away': (_request, response) => {
        response.writeHead(302, { location: `http://127.0.0.2:${port}/a` }).end()
      },
    })
    port = new URL(server.url).port
  })
  afterAll(() => server.close())

  const resolving =
    (...addresses: readonly string[]): Resolve =>
    (_host, answer) => {
      answer(
        null,
        addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      )
    }
  const get = (address: string, resolve: Resolve, reach?: Reach) =>
    new WebClient({
      ...(reach && { reach }),
      pause: 0,
      resolve,
      limits: { connect: 300, whole: 300 },
    }).get({
      address,
      accept: '*/*',
    })
  const refused = 'is not an address of the public Internet'

  it.each([
    ...[
      '127.0.0.1',
      '127.1',
      '2130706433',
      '0x7f.0.0.1',
      '0x7f000001',
      '017700000001',
      '0',
      '[::1]',
    ],
    ...['[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[fe80::1]', '[fc00::1]', '169.254.169.254'],
    ...['10.0.0.1', '100.64.0.1', '[64:ff9b::a00:1]', '127.0.0.1.'],
  ])('is not http://%s', async (host) => {
    const asked = server.asked.length
    await expect(get(`http://${host}:${port}/a`, resolving())).rejects.toThrow(refused)
    expect(server.asked).toHaveLength(asked)
  })

  it.each([
    ['that is private', ['127.0.0.1']],
    ['that is private in IPv6', ['::ffff:127.0.0.1']],
    ['with a public address beside a private one', ['8.8.8.8', '127.0.0.1']],
    ['with a private address beside a public one', ['127.0.0.1', '8.8.8.8']],
  ])('is no host %s', async (_which, addresses) => {
    const url = `http://daily.example:${port}/a`
    await expect(get(url, resolving(...addresses))).rejects.toThrow(refused)
  })

  it('is not localhost, as the system resolves it', async () => {
    const client = new WebClient({ pause: 0 })
    for (const host of ['localhost', 'LOCALHOST']) {
      const wish = { address: `http://${host}:${port}/a`, accept: '*/*' }
      await expect(client.get(wish)).rejects.toThrow(refused)
    }
  })

  it('is the address that was checked, though the next answer may differ', async () => {
    const hosts: string[] = []
    const resolve: Resolve = (host, answer) => {
      hosts.push(host)
      // Asked once for each connection: no second answer can slip in.
      const address = hosts.length <= 2 ? '127.0.0.1' : '10.255.255.1'
      answer(null, [{ address, family: 4 }])
    }
    const found = await get(`http://daily.example:${port}/a`, resolve, () => true)
    expect(found.kind).toBe('document')
    expect(hosts).toEqual(['daily.example', 'daily.example'])
  })

  it('is checked again for every redirect', async () => {
    const isOuter = (address: string) => address === '127.0.0.1'
    await expect(get(`${server.url}/away`, resolving(), isOuter)).rejects.toThrow(
      `127.0.0.2 ${refused}`,
    )
  })
})
