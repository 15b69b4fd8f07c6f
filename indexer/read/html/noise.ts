import type { Box } from './box.ts'

/** How sure it is that an element is no part of the article. */
export type Noise = 'none' | 'likely' | 'certain'

const neverNoise = new Set(['html', 'body', 'main'])
const certainTags = new Set('nav footer figcaption menu dialog'.split(' '))
const likelyTags = new Set('aside form figure details'.split(' '))

/** One word of a class or id that tells what an element is for. */
const certainWords =
  /^(?:comments?|disqus|related|recommend\w*|recirc\w*|share|sharing|shares|social\w*|newsletters?|advert\w*|ads?|adv|sponsor\w*|taboola|outbrain|trending|breadcrumbs?|caption|figcaption|captions|nav|navbar|navigation|menu|footer|cookies?|consent|gdpr|ccpa|onetrust|login|signin|signup|modal|popup|overlay|lightbox|contentinfo|complementary|banner|skip|mostread|readmore|sidebar|taglist|hashtags?|player|vjs|jwplayer|videos?|audio|copyright|feedback|oembed|pullquote|pullquotes)$/
const likelyWords =
  /^(?:bylines?|authors?|credits?|timestamp|date|datetime|pubdate|published|updated|meta|metadata|tags?|topics?|keywords?|promos?|promotion|teasers?|popular|widgets?|toolbar|subscribe\w*|subscription|regwall|donat\w*|bio|disclaimer|tooltip|rating|poll|quiz|survey|print|toc|image|images|img|photos?|picture|thumbnail|gallery|carousel|whatsapp|telegram|facebook|twitter|tweet|instagram|youtube|tiktok|embed\w*|infobox|factbox|affiliate|price|jobs|games?|puzzles?|listen|tts|kicker|eyebrow|notice|note|cta|latest|prev|previous|next)$/
/** Words that are certain together only. */
const certainPhrases =
  / (?:read more|also read|see also|read also|read next|most read|sign up|sign in|more on|more from|more stories|up next|you may|you might|latest news|story list|link list|screen reader|sr only|visually hidden|hide visually|author bio|end of article|article footer|print only|no print) /

/** Judges an element by what it is and what it is called, not by what stands in it. */
export function noiseOf(box: Box): Noise {
  if (neverNoise.has(box.tag)) return 'none'
  const words = box.names.trim().split(' ')
  const isCalled = (pattern: RegExp) => words.some((word) => pattern.test(word))
  if (box.isHidden || certainTags.has(box.tag) || isCalled(certainWords)) return 'certain'
  if (certainPhrases.test(box.names)) return 'certain'
  return likelyTags.has(box.tag) || isCalled(likelyWords) ? 'likely' : 'none'
}
