import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { Readable } from 'node:stream'
import { openReadDesk, type ReadDesk } from '../read-desk.ts'

let desk: ReadDesk
beforeAll(() => {
  desk = openReadDesk()
})
beforeEach(() => {
  desk.empty()
})
afterAll(() => {
  desk.close()
})

const newsletter = [
  'From: =?utf-8?Q?The_S=C3=A4mple_Gazette?= <news@gazette.example>',
  'Subject: Talks =?utf-8?B?cmVzdW1l?=',
  'Date: Tue, 26 Apr 2016 23:30:00 -0500',
  'Message-ID: <1@gazette.example>',
  'List-Unsubscribe: <mailto:leave@gazette.example>',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary=B',
  '',
  '--B',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<html><body><p>They met on Monday.</p><p>They left on Tuesday.</p></body></html>',
  '--B',
  'Content-Type: application/pdf; name=talks.pdf',
  'Content-Transfer-Encoding: base64',
  '',
  'AAAA',
  '--B--',
  '',
].join('\r\n')

describe('an .eml file', () => {
  it('is an article whose outlet is the newsletter that sent it', async () => {
    desk.write('a.eml', newsletter)
    const { drafts, records } = await desk.read()
    expect(drafts).toMatchObject([
      {
        title: 'Talks resume',
        text: 'They met on Monday.\n\nThey left on Tuesday.',
        outlet: 'The Sämple Gazette',
        authors: [],
        givenId: '<1@gazette.example>',
      },
    ])
    expect(drafts[0]?.published[0]).toBe('Tue, 26 Apr 2016 23:30:00 -0500')
    expect(records[0]?.mediaType).toBe('message/rfc822')
  })

  it('has no outlet, but an author, when somebody wrote it', async () => {
    desk.write('a.eml', 'From: Ann Lee <ann@lee.example>\nSubject: Talks\n\nThey met.\n')
    expect((await desk.read()).drafts).toMatchObject([
      { title: 'Talks', text: 'They met.', outlet: '', authors: ['Ann Lee'] },
    ])
  })

  it('is named by its list', async () => {
    desk.write(
      'a.eml',
      'From: Ann Lee <a@lee.example>\nList-Id: "Arms Watch" <arms.example>\nSubject: Talks\n\nThey met.\n',
    )
    expect((await desk.read()).drafts).toMatchObject([{ outlet: 'Arms Watch', authors: [] }])
  })

  it('may be in another charset', async () => {
    const head =
      'Subject: Talks\nContent-Type: text/plain; charset=windows-1251\nContent-Transfer-Encoding: quoted-printable\n\n'
    desk.write('a.eml', `${head}=CC=E8=F0\n`)
    expect((await desk.read()).drafts).toMatchObject([{ text: 'Мир' }])
  })

  it('without text names the attachments that are not read', async () => {
    desk.write('a.eml', newsletter.replace(/<html>.*<\/html>/, ''))
    expect((await desk.read()).setAside).toEqual([
      'a.eml: no text: only attachments, which are not read (talks.pdf)',
    ])
  })
})

describe('an .mbox file', () => {
  const from = (who: string) => `From ${who}@lee.example Tue Apr 26 23:30:00 2016\n`
  const message = (subject: string, text: string) => `Subject: ${subject}\n\n${text}\n`

  it('holds a message behind each line "From" that names a time', async () => {
    const prose = 'They met.\n\nFrom the beginning nobody listened.\n>From here on all did.'
    desk.write(
      'a.mbox',
      from('ann') + message('One', prose) + `\n${from('bo')}` + message('Two', 'They left.'),
    )
    const { drafts, records } = await desk.read()
    expect(drafts.map(({ title, text }) => [title, text])).toEqual([
      ['One', 'They met.\n\nFrom the beginning nobody listened.\nFrom here on all did.'],
      ['Two', 'They left.'],
    ])
    expect(records.map(({ line }) => line)).toEqual([1, 2])
  })

  it('is split the same wherever chunks end', async () => {
    const messages = Array.from(
      { length: 40 },
      (_, at) => from('ann') + message(`No. ${at}`, `Text ${at}.`),
    )
    const mailbox = Buffer.from(messages.join('\n'))
    async function* pieces(): AsyncGenerator<Uint8Array> {
      for (let at = 0; at < mailbox.length; at += 7) yield mailbox.subarray(at, at + 7)
    }
    const { drafts } = await desk.read(['-'], {
      input: Readable.from(pieces()),
      inputKind: 'mailbox',
    })
    expect(drafts.map(({ text }) => text)).toEqual(messages.map((_, at) => `Text ${at}.`))
  })

  it('passes over a message that is too long', async () => {
    const long = `${'x'.repeat(99)}\n`.repeat(170_000)
    desk.write(
      'a.mbox',
      `${from('ann')}${message('Long', long)}\n${from('bo')}${message('Two', 'They left.')}`,
    )
    const { drafts, setAside } = await desk.read()
    expect(drafts.map(({ title }) => title)).toEqual(['Two'])
    expect(setAside).toEqual(['a.mbox#1: too long for one article: 16 MB, at most 16 MB are read'])
  })

  it('is none when it begins with anything else', async () => {
    desk.write('a.mbox', 'Dear all,\n\nFrom a@b.example Tue Apr 26 23:30:00 2016\n')
    expect((await desk.read()).setAside).toEqual([expect.stringContaining('not a mailbox')])
  })
})
