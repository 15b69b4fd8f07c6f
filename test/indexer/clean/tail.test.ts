import { setImmediate as timersRun } from 'node:timers/promises'
import { describe, expect, it } from '@jest/globals'
import { cleanDraft } from '../../../indexer/clean/clean.ts'
import { draftOf } from './draft-of.ts'

const article = 'They met in Vienna.'
const cleaned = (...lines: string[]) => cleanDraft(draftOf('Talks', [article, ...lines].join('\n')))

describe('teasers of other articles at the end', () => {
  it('are cut', () => {
    const tail = [
      'Similar News: You can also read these.',
      'Another storyIt was long.',
      'Read more »',
    ]
    expect(cleaned(...tail).text).toBe(article)
  })

  it('go with the sections that are named above them', () => {
    const tail = [
      'Ruritania Latest News, Ruritania Headlines',
      'Similar News:',
      'Another story',
      'Read more »',
    ]
    expect(cleaned(...tail).text).toBe(article)
  })

  it('go where nothing but headlines follow a label', () => {
    expect(cleaned('READ MORE:', 'Frigate returns to port', 'Why frigates return').text).toBe(
      article,
    )
  })

  it('stay where nothing proves them to be teasers', () => {
    const text = ['Related news is rare.', 'Read more slowly, he said.', 'A frigate']
    expect(cleaned(...text).text).toBe([article, ...text].join('\n'))
  })

  it('stay where nothing else would be left', () => {
    const text = 'Related: all of it\nRead more »'
    expect(cleanDraft(draftOf('Talks', text)).text).toBe(text)
  })

  it('do not keep a page of nothing but headings from ending', async () => {
    const text = `${article}\n${'Similar News\n'.repeat(300_000)}`
    expect(cleanDraft(draftOf('Talks', text)).text).toHaveLength(text.trimEnd().length)
    await timersRun()
  })
})

describe('who else worked on an article', () => {
  it.each([
    '(Additional reporting by Ann Lee, Bo Ek and Cy al-Ray in Tunis; Writing by Di Fo; Editing by El Go and Ha Jo)',
    'Additional reporting by Ann Lee',
    'Reporting by Ann Lee; Editing by Bo Ek',
    'Produced by Ann Lee. Written by Bo Ek.',
  ])('is removed: “%s”', (line) => {
    expect(cleaned(line)).toMatchObject({
      text: article,
      cleaning: { removed: [{ step: 'reporting credits' }] },
    })
  })

  it('is removed behind the last paragraph', () => {
    const { text } = cleanDraft(
      draftOf('Talks', `${article} They left. (Reporting by Ann Lee; Editing by Bo Ek)`),
    )
    expect(text).toBe(`${article} They left.`)
  })

  it('wrote it where it says “Reporting by” and nothing else names an author', () => {
    const credits = '(Reporting by Ann Lee in Tunis and Bo Ek; Editing by Cy Ray)'
    expect(cleaned(credits).authors).toEqual(['Ann Lee', 'Bo Ek'])
  })

  it('wrote it under a name with initials', () => {
    const credits = '(Reporting by A. Example and Jo B. Park; editing by C. Ray)'
    expect(cleaned(credits).authors).toEqual(['A. Example', 'Jo B. Park'])
  })

  it('did not write it where it says “Additional reporting by”', () => {
    expect(cleaned('(Additional reporting by Ann Lee)').authors).toEqual([])
  })

  it.each([
    'Reporting by the Gazette said the source was outside the inner circle.',
    'Ann Lee of the Specimen Wire contributed to this report.',
    'Material from the Specimen Gazette was included in this report.',
  ])('is not “%s”', (line) => {
    expect(cleaned(line).text).toBe(`${article}\n${line}`)
  })
})

describe('a copyright notice behind the last paragraph', () => {
  it('is cut', () => {
    const notice = 'Copyright 2016 Specimen Wire. All rights reserved.'
    const { text } = cleanDraft(draftOf('Talks', `${article}\n\nThey left. ${notice}`))
    expect(text).toBe(`${article}\n\nThey left.`)
  })
})
