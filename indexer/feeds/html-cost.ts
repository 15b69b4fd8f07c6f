import { Unreadable } from '../read/draft.ts'

/** More is no article: parsing it would take minutes, deep nesting most of all. */
const most = { letters: 2_000_000, tags: 50_000, open: 1_000 }

/** Elements that need no end: many of them are no nesting. */
const endless = new Set(
  'p li br img hr td tr th dd dt option input meta link source wbr col thead tbody'.split(' '),
)

/** Throws Unreadable for a fragment of HTML that would take long to parse: it comes from whoever writes a feed. */
export function checkCost(html: string): void {
  if (html.length > most.letters) throw new Unreadable('its text is too long for one article')
  let tags = 0
  let open = 0
  for (const [, slash, name = ''] of html.matchAll(/<(\/?)([a-z][\w-]*)?/gi)) {
    tags++
    if (name !== '' && !endless.has(name.toLowerCase()))
      open = Math.max(0, open + (slash === '' ? 1 : -1))
    checkCounts(tags, open)
  }
}

function checkCounts(tags: number, open: number): void {
  if (tags > most.tags) throw new Unreadable('its HTML has too many elements for one article')
  if (open > most.open) throw new Unreadable('its HTML is nested too deeply')
}
