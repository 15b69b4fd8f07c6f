import type { Exported } from './exported-facts.ts'

/** An article as its source gives it, before cleaning. */
export interface Draft {
  /** '' when the source gives none: cleaning looks for it in the text. */
  readonly title: string
  readonly outlet: string
  /** Everything that may be the publication date, as printed, the most trustworthy first. */
  readonly published: readonly string[]
  /** http(s), or '' when unknown. */
  readonly url: string
  readonly authors: readonly string[]
  /** Never blank. */
  readonly text: string
  /** BCP 47 as the source declares it, '' when it does not. */
  readonly language: string
  /** The source's own id, '' when it gives none. */
  readonly givenId: string
  /** What the source shows inside the text and is no part of it, in reading order; nothing when left out. */
  readonly leftOut?: readonly LeftOut[]
  /** Lines that the outlet prints around its articles, as far as the archive knows; none when left out. */
  readonly boilerplate?: readonly string[]
  /** What an archive says of an article that it exported; undefined for any other. */
  readonly exported?: Exported | undefined
}

/** A piece that a source shows inside an article and that its reader left out of the text. */
export interface LeftOut {
  /** Where it stood in the draft's text, in UTF-16 units. */
  readonly at: number
  /** As a cleaning step is called. */
  readonly step: `${string} in the page`
  /** With the break behind it. */
  readonly text: string
}

/** A record that is no article Dateline can read; the message is the reason, for the closing report. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable'
}

/** The address when it is one that a browser may be sent to (http or https), else ''. */
export function webAddress(text: string): string {
  const address = text.trim()
  return /^https?:\/\//i.test(address) && URL.canParse(address) ? address : ''
}

/** What is longer is no list of names. */
const longestByline = 2_000

/** Splits a byline: "By Ann Lee, Bo Ek and Cy Ray" names three. A suffix such as Jr. stays with its name. */
export function splitAuthors(byline: string): string[] {
  // Single spaces first: beside runs of them the pattern below would try every way to share them out.
  return byline
    .slice(0, longestByline)
    .replace(/\s+/g, ' ')
    .replace(/^ ?by /i, '')
    .split(/;|,(?! ?(?:jr|sr|ii|iii|iv)\b)| and | & /i)
    .map((author) => author.trim())
    .filter((author) => author !== '')
}
