import { setImmediate as timersRun } from 'node:timers/promises'
import { describe, expect, it } from '@jest/globals'
import { cleanDraft } from '../../../indexer/clean/clean.ts'
import { draftOf } from './draft-of.ts'

function cleaned(title: string, text: string) {
  const { title: headline, text: rest } = cleanDraft(draftOf(title, text))
  return { headline, rest }
}

describe('a title that is glued to itself', () => {
  it('is halved', () => {
    const title = 'Talks resume in ViennaTalks resume in Vienna'
    expect(cleaned(title, 'They met.').headline).toBe('Talks resume in Vienna')
  })

  it.each(['Bye Bye', 'Talks resume in Vienna, talks resume'])('“%s” stays', (title) => {
    expect(cleaned(title, 'They met.').headline).toBe(title)
  })
})

describe('teasers of other articles at the end', () => {
  const article = 'They met in Vienna.'

  it('are cut', () => {
    const tail = 'Similar News: You can also read these.\nAnother storyIt was long.\nRead more »\n'
    expect(cleaned('Talks', `${article}\n${tail}`).rest).toBe(article)
  })

  it('go with the sections that are named above them', () => {
    const tail =
      'Ruritania Latest News, Ruritania Headlines\nSimilar News:\nAnother story\nRead more »'
    expect(cleaned('Talks', `${article}\n${tail}`).rest).toBe(article)
  })

  it('do not keep a page of nothing but headings from ending', async () => {
    const text = `${article}\n${'Similar News\n'.repeat(500_000)}`
    expect(cleaned('Talks', text).rest).toHaveLength(text.trimEnd().length)
    await timersRun()
  })

  it('stay where nothing proves them to be teasers', () => {
    const text = `${article}\n\nRelated news is rare.\n\nRead more slowly, he said.`
    expect(cleaned('Talks', text).rest).toBe(text)
  })

  it('stay where nothing else would be left', () => {
    const text = 'Similar News: all of it\nRead more »'
    expect(cleaned('Talks', text).rest).toBe(text)
  })
})
