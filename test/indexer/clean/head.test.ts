import { describe, expect, it } from '@jest/globals'
import { cleanDraft } from '../../../indexer/clean/clean.ts'
import { draftOf } from './draft-of.ts'

const lead = 'Negotiators met in Vienna on Monday, officials said.'
const cleaned = (title: string, ...lines: string[]) =>
  cleanDraft(draftOf(title, lines.join('\n\n')))

describe('the headline of a text without a title', () => {
  it('is the first line, which leaves the text', () => {
    expect(cleaned('', 'Talks resume in Vienna', lead)).toMatchObject({
      title: 'Talks resume in Vienna',
      text: lead,
      cleaning: { titleFrom: 'first line', removed: [{ step: 'headline', start: 0, end: 24 }] },
    })
  })

  it.each([
    ['Is this the end of the talks?'],
    ['Putin: cooperation “inevitable”'],
    ['Envoys leave for the U.S.'],
  ])('may be “%s”', (headline) => {
    expect(cleaned('', headline, lead)).toMatchObject({ title: headline, text: lead })
  })

  it('is found below prompts, credits, byline and date', () => {
    const lines = [
      'SIGN UP for our newsletter',
      'By Ann Lee',
      'April 27, 2016 5:13 pm',
      'Talks resume',
    ]
    expect(cleaned('', ...lines, lead)).toMatchObject({ title: 'Talks resume', text: lead })
  })

  it('is looked for where the source took a prompt for it', () => {
    expect(cleaned('Support the Specimen Gazette!', 'Talks resume', lead)).toMatchObject({
      title: 'Talks resume',
      text: lead,
    })
  })

  it.each([
    ['Support for Iran grows'],
    ['Shares fall'],
    ['Donors meet in Geneva'],
    ['Follow the money'],
    ['WATCH: frigate returns'],
  ])('stays where the source gives “%s”', (headline) => {
    expect(cleaned(headline, lead).title).toBe(headline)
  })

  it('is made of the first sentence where the first line is the lead, which stays', () => {
    const first = `MOSCOW, Russia - ${lead} They left on Tuesday.`
    expect(cleaned('', first, 'More is to come.')).toMatchObject({
      title: lead,
      text: `${first}\n\nMore is to come.`,
      dateline: 'MOSCOW, Russia',
      cleaning: { titleFrom: 'first sentence', removed: [] },
    })
  })

  it('is shortened between words', () => {
    const { title } = cleaned('', `${'The delegation arrived early, '.repeat(9)}it said.`, lead)
    expect(title.length).toBeLessThan(125)
    expect(title).toMatch(/^The delegation arrived early, .* …$/)
  })

  it('is the only line where there is no other, which stays', () => {
    expect(cleaned('', 'Talks resume')).toMatchObject({
      title: 'Talks resume',
      text: 'Talks resume',
    })
  })
})

describe('a title that is glued to itself', () => {
  it('is halved', () => {
    expect(cleaned('Talks resume in ViennaTalks resume in Vienna', lead).title).toBe(
      'Talks resume in Vienna',
    )
  })

  it.each(['Bye Bye', 'Talks resume in Vienna, talks resume'])('“%s” stays', (title) => {
    expect(cleaned(title, lead).title).toBe(title)
  })
})

describe('a byline', () => {
  it.each([
    ['By Ann Lee and Bo van Ek', ['Ann Lee', 'Bo van Ek']],
    ['By Ann Lee | Reuters', ['Ann Lee']],
    ['Written by Ann Lee', ['Ann Lee']],
    ['By ANN LEE ( @annlee )', ['ANN LEE']],
    ['By Ann Lee, Specimen News', ['Ann Lee']],
  ])('“%s” becomes the authors', (byline, authors) => {
    expect(cleaned('Talks', byline, lead)).toMatchObject({ authors, text: lead })
  })

  it('is taken from before a dateline', () => {
    expect(cleaned('Talks', `By Ann Lee MOSCOW (Reuters) - ${lead}`)).toMatchObject({
      authors: ['Ann Lee'],
      text: `MOSCOW (Reuters) - ${lead}`,
      dateline: 'MOSCOW (Reuters)',
    })
  })

  it('leaves the authors that the source gives', () => {
    const draft = { ...draftOf('Talks', `By Ann Lee\n\nBo Ek\n\n${lead}`), authors: ['Bo Ek'] }
    expect(cleanDraft(draft)).toMatchObject({ authors: ['Bo Ek'], text: lead })
  })

  it.each(['By August, as he worked, the talks stalled.', 'By Sunday', 'By the Sea'])(
    'is not “%s”',
    (line) => {
      expect(cleaned('Talks', line, lead).text).toBe(`${line}\n\n${lead}`)
    },
  )

  it('is no name that stands before every question of an interview', () => {
    const text = `Bo Ek\n\nWhy?\n\nAnn Lee\n\nWhy not.\n\nBo Ek\n\nIndeed.`
    expect(cleanDraft({ ...draftOf('Talks', text), authors: ['Bo Ek'] }).text).toBe(text)
  })
})

describe('a date on a line of its own', () => {
  it.each([
    'Published 10:15 GMT April 27, 2016',
    'April 27, 2016 5:13 pm',
    'Updated at 8:44 a.m. ET on July 20, 2020.',
    'Wednesday, 27 April 2016',
    '27/04/2016',
    '2016-04-27',
    'Published: April 27, 2016 | Updated: April 28, 2016',
    '6 years ago',
  ])('“%s” is removed', (line) => {
    expect(cleaned('Talks', line, lead)).toMatchObject({
      text: lead,
      cleaning: { removed: [{ step: 'date line' }] },
    })
  })

  it.each(['April 27, 2016, was a dark day.', 'On April 27, 2016', '1,200 years ago'])(
    'is not “%s”',
    (line) => {
      expect(cleaned('Talks', line, lead).text).toContain(line)
    },
  )
})

describe('a first paragraph that stands twice', () => {
  it('is left once', () => {
    expect(cleaned('Talks', lead, lead, 'They left.').text).toBe(`${lead}\n\nThey left.`)
  })
})
