import { describe, expect, it } from '@jest/globals'
import { withoutMarkup } from '../../../indexer/read/markup.ts'

const draft = (text: string, title = 'Talks') => ({
  ...{ title, text, outlet: '', published: [], url: '', authors: [], language: '', givenId: '' },
})
const textOf = async (text: string) => (await withoutMarkup(draft(text))).text
const titleOf = async (title: string) => (await withoutMarkup(draft('They met.', title))).title

describe('a text that is HTML', () => {
  it.each([
    ['<p>Russia sold <b>S-300</b> systems &amp; radars.</p><p>They met.</p>'],
    ['&lt;p&gt;Russia sold S-300 systems &amp;amp; radars.&lt;/p&gt;&lt;p&gt;They met.&lt;/p&gt;'],
    ['<div class="a">Russia sold <a href="/s">S-300</a> systems &amp; radars.</div>They met.'],
    ['Russia sold <strong>S-300</strong> systems &amp; radars.\n\nThey met.'],
    ['Russia sold S-300 systems & radars.<br><br>They met.'],
    ['Russia sold S-300 systems &amp; radars.\n\nThey&nbsp;met.'],
  ])('is read as one: %s', async (html) => {
    expect(await textOf(html)).toBe('Russia sold S-300 systems & radars.\n\nThey met.')
  })

  it('with nothing in it is no text', async () => {
    await expect(textOf('<p> </p><br>')).rejects.toThrow('no text')
  })

  it('that would take long to parse loses its tags', async () => {
    expect(await textOf(`${'<div>'.repeat(2_000)}They met.</div>`)).toBe('They met.')
  })

  it('is told in little time, whatever is never closed', async () => {
    const text = `${'<a '.repeat(100_000)}${'<b>'.repeat(100_000)}${'<p '.repeat(100_000)}`
    expect(await textOf(text)).toBe(text)
  })
})

describe('a text that is none', () => {
  it.each([
    'They found a < b and c > d.\nThey met.',
    'Write to <ann@example.org>, they said.',
    'In HTML <b> stands for bold.',
    'The <unknown> said so </unknown>.',
    'R&D of AT&T, and one &amp; more.',
    'They met.\n\n  They parted.',
  ])('stays as it is: %s', async (text) => {
    expect(await textOf(text)).toBe(text)
  })
})

describe('a title', () => {
  it.each([
    ['<b>Talks</b> &amp; more', 'Talks & more'],
    ['Talks &quot;go on', 'Talks "go on'],
    ['Talks: a < b', 'Talks: a < b'],
    ['R&D', 'R&D'],
  ])('%s is read as %s', async (title, plain) => {
    expect(await titleOf(title)).toBe(plain)
  })
})
