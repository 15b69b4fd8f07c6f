import { cutInside, findLines } from './cut-lines.ts'
import type { Page, Range, Step } from './page.ts'

/** A caption has a few sentences at most; what is longer is a paragraph with a credit in it. */
const longestCaption = 450
/** Agencies explain the news in theirs. */
const longestAgencyCaption = 900
const longestCredit = 170
const sellers = String.raw`(?:Reuters|REUTERS|AFP|AP|EPA|UPI|TASS|Getty Images|Getty|Shutterstock|Pixabay|iStock|Flickr|Bloomberg|Xinhua|Anadolu|Sputnik)`

const agencyBeginning = /^(?:FILE PHOTO|FILE|File photo) ?(?::|--|–|—|-) ?\p{Lu}/u
const agencyEnd = /\((?:AP|EPA|AFP) Photo\/[^()]{2,80}\)$/i

const beginnings: readonly RegExp[] = [
  /^enlarge this image\b/i,
  /^image (?:copyright|caption|source)\b/i,
  /^media (?:playback is|caption)\b/i,
  /^(?:Photo|PHOTO|HANDOUT) ?(?::|--|–|—|-) /,
  /^(?:Photo|Photos|Photograph|Image|Picture|Photo credit|Image credit|Credit):? (?:by|courtesy(?: of)?|via|©) ?\p{Lu}[^.]{1,80}$/u,
  /^(?:photo|video|image|photos)$/i,
]
const ends: readonly RegExp[] = [
  // "Ministers at the table. REUTERS/Jo Park/File Photo"
  /\bREUTERS\/ ?[\p{L} .'’-]{2,50}(?:\/[\p{L} .'’-]{2,50}){0,3}\.?$/u,
  // "(Jo Park/Specimen Wire via Getty Images)", "(AP Photo/Jo Park, File)", "(Photo: Jo Park, AP)", "(Pixabay)"
  new RegExp(
    String.raw`[(\[][^()\[\]]{2,80}(?:/|\bvia )${sellers}(?:/[^()\[\]]{1,50})?(?: photo)?[)\]]\.?$`,
  ),
  new RegExp(String.raw`^[(\[]${sellers}[)\]]$`),
  /[(\[](?:AP |Reuters |File |Handout )?(?:Photo|Photograph|Image|Screenshot|Screengrab|Picture)s?\b[^()[\]]{0,150}[)\]]\.?$/i,
  new RegExp(
    String.raw`(?:[\p{L}.] ?[/|] ?|\bvia )(?:Getty(?: Images)?|AFP(?:/Getty(?: Images)?)?|AP(?: Photo)?|Reuters|REUTERS|Shutterstock)\.?$`,
    'u',
  ),
]
/** "Minister with presidentReuters", "Minister with presidentFILE PHOTO / Specimen Wire" */
const glued = new RegExp(
  String.raw`\p{Ll}(?:${sellers}(?:/[\p{L} .'’-]{2,50})?|FILE PHOTO(?: ?/ ?[\p{L} .'’-]{2,50})?)$`,
  'u',
)

/** "(Photo by Jo Park/Specimen Wire via Getty Images)" inside a paragraph. */
const inside =
  /\((?:AP |Reuters |File |Handout )?Photos?(?: by|:|\/| courtesy| credit)[^()\n]{2,150}\)/g

/**
 * Removes credits of pictures: a caption that ends with one ("FILE PHOTO: … REUTERS/Jo Park", "Minister with presidentReuters"), with the
 * same caption on another line, and a bracketed credit alone where it stands in a paragraph.
 */
export const removePhotoCredits: Step = {
  name: 'photo credit',
  find: (page) => {
    const bare = new Set<string>()
    for (const { text } of page.lines) if (isGlued(text)) bare.add(withoutCredit(text))
    const lines = findLines(page, ({ text }) => isCaption(text) || bare.has(text))
    return lines ?? creditsInside(page)
  },
}

function isCaption(line: string): boolean {
  if (line.length > longestAgencyCaption) return false
  const [beginning, end] = [line.slice(0, longestCredit), line.slice(-longestCredit)]
  if (agencyBeginning.test(beginning) || agencyEnd.test(end)) return true
  if (line.length > longestCaption) return false
  if (beginnings.some((form) => form.test(beginning))) return true
  return endsLikeCredit(line) && (ends.some((form) => form.test(end)) || isGlued(line))
}

/** Most paragraphs end in another way. */
function endsLikeCredit(line: string): boolean {
  // "By Ann Lee | Reuters" names the author.
  if (/^by /i.test(line)) return false
  const last = line.slice(-2)
  return /[\p{L})\]]$|[)\]]\.$/u.test(last) || line.includes('REUTERS/')
}

function isGlued(line: string): boolean {
  return (
    line.length <= 300 && /\p{L}$/u.test(line.slice(-2)) && glued.test(line.slice(-longestCredit))
  )
}

function withoutCredit(line: string): string {
  return line.slice(0, line.search(glued) + 1)
}

function creditsInside({ text }: Page): { readonly cut: readonly Range[] } | undefined {
  if (!text.includes('Photo')) return undefined
  const cut = Array.from(text.matchAll(inside), (match) =>
    cutInside(text, match.index, match.index + match[0].length),
  )
  return cut.length === 0 ? undefined : { cut }
}
