import type { Box } from './box.ts'

/** How sure it is that an element is no part of the article. */
export type Noise = 'none' | 'likely' | 'certain' | 'hopeless'

const neverNoise = new Set(['html', 'body', 'main'])
const hopelessTags = new Set(['nav', 'footer'])
const certainTags = new Set('figcaption menu dialog'.split(' '))
const likelyTags = new Set('aside form figure details'.split(' '))

/** Words of a class, id or role that tell what an element is for. These hold more text than some articles. */
const hopelessWords =
  /^(?:comments?|disqus|cookies?|consent|gdpr|ccpa|onetrust|footer|contentinfo|navigation|newsletters?|taboola|outbrain|recommend\w*|recirc\w*|sidebar|mostread|mostpopular)$/
const certainWords =
  /^(?:related\w*|share|sharing|shares|social\w*|advert\w*|ads?|adv|sponsor\w*|trending|breadcrumbs?|captions?|figcaption|nav|navbar|menu|login|signin|signup|modal|popup|overlay|lightbox|complementary|banner|skip|readmore|taglist|hashtags?|player|vjs|jwplayer|videos?|audio|copyright|feedback|oembed|pullquotes?)$/
const likelyWords =
  /^(?:bylines?|authors?|credits?|timestamp|date|datetime|pubdate|published|updated|meta|metadata|tags?|topics?|keywords?|promos?|promotion|popular|widgets?|toolbar|subscribe\w*|subscription|regwall|donat\w*|bio|disclaimer|tooltip|rating|poll|quiz|survey|print|toc|images?|img|photos?|picture|thumbnail|gallery|carousel|whatsapp|telegram|facebook|twitter|tweet|instagram|youtube|tiktok|embed\w*|infobox|factbox|affiliate|price|jobs|games?|puzzles?|listen|tts|kicker|eyebrow|notice|note|cta|latest|prev|previous|next)$/
/** Words that tell it together only. */
const certainPhrases =
  / (?:read more|also read|see also|read also|read next|most read|most popular|sign up|sign in|more on|more from|more stories|up next|you may|you might|latest news|story list|link list|screen reader|sr only|visually hidden|hide visually|author bio|time to read|reading time|read time|end of article|article footer|print only|no print) /
/** What an element has, or has not, it is not: "has-sidebar", "no-ads". */
const possessions = /(?<= )(?:has|have|with|without|no|non|not) (?!print )\S+ /g

/** Judges an element by what it is and what it is called, not by what stands in it. */
export function noiseOf(box: Box): Noise {
  if (neverNoise.has(box.tag)) return 'none'
  const names = box.names.replace(possessions, '')
  const isCalled = (words: RegExp) => names.split(' ').some((word) => words.test(word))
  if (hopelessTags.has(box.tag) || isCalled(hopelessWords)) return 'hopeless'
  return isCertain(box, isCalled) || certainPhrases.test(names)
    ? 'certain'
    : likelihood(box, isCalled)
}

function isCertain(box: Box, isCalled: (words: RegExp) => boolean): boolean {
  return box.isHidden || certainTags.has(box.tag) || isCalled(certainWords)
}

function likelihood(box: Box, isCalled: (words: RegExp) => boolean): Noise {
  // Headings are called after the design of the site, "widget title", wherever they stand.
  if (/^h[1-6]$/.test(box.tag)) return 'none'
  return likelyTags.has(box.tag) || isCalled(likelyWords) ? 'likely' : 'none'
}
