/** Words of feed titles that name a section or a kind of feed, never alone a publisher. */
const general =
  /^(?:(?:the|all|our|your|and|of|for|from|in|on|&|rss|atom|xml|feeds?|news ?feed|full|text|latest|recent|top|breaking|main|more|new|general|online|home(?: ?page)?|front ?page|index|news|stories|story|headlines|articles?|posts?|entries|updates|world|international|global|national|local|domestic|foreign|politics|political|defen[cs]e|military|security|conflicts?|business|economy|opinions?|analysis|comments?|middle east|africa|asia|pacific|europe|americas?|uk|us|usa|syria|iraq|yemen|russia|ukraine|israel|libya|afghanistan)\s*)+$/i

/** Between the parts of a feed's title. A hyphen and a colon only beside a space: Al-Monitor is one name. */
const between = /\s+[-–—:/]\s+|:\s+|\s*[|»«>·•]\s*/

/**
 * The publisher named by a feed's title: "World news | The Example" and "Daily Example - Latest headlines RSS" are The Example and
 * Daily Example. The first part that names more than a section; the whole title where every part does; '' for an empty one.
 */
export function outletName(title: string): string {
  const whole = title.replace(/\s+/g, ' ').trim()
  const parts = whole.split(between).map(withoutFeed)
  return parts.find((part) => part !== '' && !general.test(part)) ?? whole
}

function withoutFeed(part: string): string {
  const trimmed = part.trim()
  const bare = trimmed.replace(/\s*\b(?:rss|atom)?\s*\b(?:feed|rss|atom)$/i, '').trim()
  return bare === '' ? trimmed : bare
}
