import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { ServerResponse } from 'node:http'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { Unfetchable } from '../../../indexer/fetch/unfetchable.ts'
import { WebClient, type ClientOptions } from '../../../indexer/fetch/web-client.ts'
import { fakeClock, serve, type Answers, type LocalServer } from './local-server.ts'

const answers: Record<string, Answers[string]> = {}
let server: LocalServer
beforeEach(async () => {
  server = await serve(answers)
})
afterEach(async () => {
  await server.close()
  for (const path of Object.keys(answers)) Reflect.deleteProperty(answers, path)
})

const client = (options: ClientOptions = {}) =>
  new WebClient({ reach: () => true, pause: 0, ...options })
const get = (path: string, options?: ClientOptions) =>
  client(options).get({ address: server.url + path, accept: 'text/html' })
const text = async (path: string, options?: ClientOptions) => {
  const found = await get(path, options)
  return found.kind === 'document' ? new TextDecoder().decode(found.bytes) : found.kind
}
const redirect = (location: string) => (_request: unknown, response: ServerResponse) => {
  response.writeHead(302, { location }).end()
}
const status =
  (code: number, headers = {}) =>
  (_request: unknown, response: ServerResponse) => {
    response.writeHead(code, headers).end()
  }

describe('WebClient', () => {
  it('gets a document with its type, charset and what tells whether it changes', async () => {
    answers['/a'] = (_request, response) => {
      response.setHeader('content-type', 'Application/RSS+XML; charset="windows-1251"')
      response.setHeader('etag', '"7"').end('<rss/>')
    }
    expect(await get('/a')).toEqual({
      kind: 'document',
      url: `${server.url}/a`,
      bytes: Buffer.from('<rss/>'),
      mediaType: 'application/rss+xml',
      charset: 'windows-1251',
      validators: { etag: '"7"', lastModified: '' },
    })
  })

  it('asks whether a document has changed', async () => {
    answers['/a'] = (request, response) => {
      const same = request.headers['if-none-match'] === '"7"'
      response.writeHead(same ? 304 : 200).end()
    }
    const known = { etag: '"7"', lastModified: '' }
    const wish = { address: `${server.url}/a`, accept: 'text/html', known }
    expect(await client().get(wish)).toEqual({ kind: 'unchanged' })
  })

  it('says who it is', async () => {
    answers['/a'] = (request, response) => response.end(request.headers['user-agent'])
    expect(await text('/a')).toMatch(/^Dateline\/\d+\.\d+\.\d+ \(/)
  })

  it.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
  ])('decompresses %s', async (encoding, compress) => {
    answers['/a'] = (_request, response) => {
      response.setHeader('content-encoding', encoding).end(compress('Text'))
    }
    expect(await text('/a')).toBe('Text')
  })

  it('follows redirects, five at most', async () => {
    answers['/1'] = redirect('/2')
    answers['/2'] = redirect('3')
    answers['/3'] = 'Here'
    answers['/loop'] = redirect('/loop')
    expect(await text('/1')).toBe('Here')
    await expect(get('/loop')).rejects.toThrow('redirects more than 5 times')
    expect(server.asked.filter((path) => path === '/loop')).toHaveLength(6)
  })

  it.each([
    ['file:///etc/passwd', 'only http and https'],
    ['http://user:secret@127.0.0.1/', 'user name or password'],
    ['http://[', 'not an address'],
  ])('does not follow a redirect to %s', async (location, reason) => {
    answers['/a'] = redirect(location)
    await expect(get('/a')).rejects.toThrow(reason)
  })

  it.each([
    ['a missing page', status(404), 'never'],
    ['a page that is gone', status(410), 'never'],
    ['a broken server', status(500), 'later'],
    ['an image', status(200, { 'content-type': 'image/png' }), 'never'],
    ['an encoding nobody asked for', status(200, { 'content-encoding': 'rot13' }), 'never'],
  ])('refuses %s, to be tried again: %#', async (_what, answer, again) => {
    answers['/a'] = answer
    await expect(get('/a')).rejects.toMatchObject({ name: 'Unfetchable', again })
  })

  it('tells a server that is not there', async () => {
    const gone = await serve({})
    await gone.close()
    const wish = { address: `${gone.url}/a`, accept: '*/*' }
    await expect(client().get(wish)).rejects.toMatchObject({ again: 'later' })
  })
})

describe('limits of WebClient', () => {
  const largest = 100_000

  it('refuses a body without end', async () => {
    let sent = 0
    answers['/a'] = (_request, response) => {
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536, 'a'))) sent += 65_536
        response.once('drain', more)
      }
      more()
    }
    await expect(get('/a', { largest })).rejects.toThrow('longer than')
    expect(sent).toBeLessThan(20_000_000)
  })

  it('refuses a body that is announced as too long without reading it', async () => {
    answers['/a'] = (_request, response) => {
      response.writeHead(200, { 'content-length': '200000000' }).flushHeaders()
    }
    await expect(get('/a', { largest })).rejects.toThrow('longer than')
  })

  it('refuses a bomb', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000))
    answers['/a'] = (_request, response) => {
      response.setHeader('content-encoding', 'gzip').end(bomb)
    }
    await expect(get('/a', { largest })).rejects.toThrow('longer than')
  })

  it('refuses a compressed body that is cut off', async () => {
    answers['/a'] = (_request, response) => {
      response.setHeader('content-encoding', 'gzip').end(gzipSync('Text').subarray(0, 15))
    }
    await expect(get('/a')).rejects.toMatchObject({ again: 'later' })
  })

  it('gives up on a server that sends a byte now and then', async () => {
    answers['/a'] = (_request, response) => {
      const drip = setInterval(() => response.write('a'), 20)
      response.once('close', () => {
        clearInterval(drip)
      })
    }
    const limits = { connect: 5_000, whole: 300 }
    await expect(get('/a', { limits })).rejects.toThrow('did not finish within 0.3 s')
  })

  it('gives up on a server that says nothing', async () => {
    answers['/a'] = () => undefined
    const limits = { connect: 5_000, whole: 200 }
    await expect(get('/a', { limits })).rejects.toMatchObject({ again: 'later' })
  })

  it('stops when it is told to', async () => {
    const stop = new AbortController()
    answers['/a'] = () => {
      stop.abort(new Error('stopped'))
    }
    const wish = { address: `${server.url}/a`, accept: '*/*', stop: stop.signal }
    await expect(client().get(wish)).rejects.toThrow('stopped')
  })
})

describe('manners of WebClient', () => {
  it('does not fetch what the robots.txt of a host does not allow', async () => {
    answers['/robots.txt'] =
      'User-agent: dateline\nDisallow: /private/\n\nUser-agent: *\nDisallow: /'
    answers['/a'] = 'Here'
    expect(await text('/a')).toBe('Here')
    await expect(get('/private/a')).rejects.toThrow('robots.txt')
    expect(server.asked).not.toContain('/private/a')
  })

  it('asks for a robots.txt once', async () => {
    answers['/a'] = 'Here'
    const one = client()
    await one.get({ address: `${server.url}/a`, accept: '*/*' })
    await one.get({ address: `${server.url}/a`, accept: '*/*' })
    expect(server.asked).toEqual(['/robots.txt', '/a', '/a'])
  })

  it('fetches nothing for now where a robots.txt cannot be read', async () => {
    answers['/robots.txt'] = status(500)
    answers['/a'] = 'Here'
    await expect(get('/a')).rejects.toMatchObject({ again: 'later' })
    expect(server.asked).toEqual(['/robots.txt'])
  })

  it('reads the beginning of an endless robots.txt', async () => {
    answers['/robots.txt'] = (_request, response) => {
      response.write('User-agent: *\nDisallow: /private/\n')
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536, '#'))) continue
        response.once('drain', more)
      }
      more()
    }
    answers['/a'] = 'Here'
    expect(await text('/a')).toBe('Here')
    await expect(get('/private/a')).rejects.toThrow('robots.txt')
  })

  it('waits between two requests to a host as long as its robots.txt asks for, within reason', async () => {
    answers['/robots.txt'] = 'User-agent: *\nCrawl-delay: 5'
    answers['/a'] = 'Here'
    const clock = fakeClock()
    const one = client({ clock, pause: 1_000 })
    const wish = { address: `${server.url}/a`, accept: '*/*' }
    await Promise.all([one.get(wish), one.get(wish)])
    expect(clock.slept).toEqual([1_000, 5_000])
    answers['/robots.txt'] = 'User-agent: *\nCrawl-delay: 86400'
    const other = client({ clock })
    await other.get(wish)
    await other.get(wish)
    expect(clock.slept.at(-1)).toBe(30_000)
  })

  it('asks one thing of a host at a time', async () => {
    let open = 0
    let most = 0
    answers['/a'] = (_request, response) => {
      most = Math.max(most, ++open)
      setTimeout(() => {
        open--
        response.end('Here')
      }, 10)
    }
    const one = client()
    const wish = { address: `${server.url}/a`, accept: '*/*' }
    await Promise.all([one.get(wish), one.get(wish), one.get(wish)])
    expect(most).toBe(1)
  })

  it('asks a busy server again when it says', async () => {
    let times = 0
    answers['/a'] = (_request, response) => {
      if (++times < 3) response.writeHead(429, { 'retry-after': '7' }).end()
      else response.end('Here')
    }
    const clock = fakeClock()
    expect(await text('/a', { clock })).toBe('Here')
    expect(clock.slept).toEqual([7_000, 7_000])
  })

  it('waits longer each time for a server that does not say', async () => {
    answers['/a'] = status(503)
    const clock = fakeClock()
    await expect(get('/a', { clock })).rejects.toMatchObject({ again: 'later' })
    expect(clock.slept).toEqual([2_000, 4_000])
  })

  it('leaves a host alone that wants to be left alone for an hour', async () => {
    answers['/a'] = status(503, { 'retry-after': '3600' })
    answers['/b'] = 'Here'
    const one = client({ clock: fakeClock() })
    const wish = (path: string) => ({ address: server.url + path, accept: '*/*' })
    await expect(one.get(wish('/a'))).rejects.toMatchObject({ wait: 3_600_000 })
    await expect(one.get(wish('/b'))).rejects.toThrow(Unfetchable)
    expect(server.asked).toEqual(['/robots.txt', '/a'])
  })
})
