import { describe, expect, it } from '@jest/globals'
import { canonicalTag, hasFacets, languageName } from '../../engine/languages.ts'

describe('languages', () => {
  it.each(['en', 'en-GB', ''])('have facets: "%s"', (tag) => {
    expect(hasFacets(tag)).toBe(true)
  })

  it.each(['ru', 'fa-IR', 'enm'])('have none: "%s"', (tag) => {
    expect(hasFacets(tag)).toBe(false)
  })

  it.each([
    ['ru', 'Russian'],
    ['en-GB', 'British English'],
    ['qqq', 'qqq'],
    ['not a tag', 'not a tag'],
    ['', ''],
  ])('are named: "%s" is "%s"', (tag, name) => {
    expect(languageName(tag)).toBe(name)
  })

  it.each([
    ['EN_gb', 'en-GB'],
    ['iw', 'he'],
    [' ru ', 'ru'],
    ['zh-hans-cn', 'zh-Hans-CN'],
    ['und', ''],
    ['english', ''],
    ['en-x', ''],
  ])('are written alike: "%s" is "%s"', (tag, canonical) => {
    expect(canonicalTag(tag)).toBe(canonical)
  })
})
