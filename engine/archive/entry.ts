import type { Article, Cleaning, Signature } from '../article.ts'
import type { Identity } from './identity.ts'

/** One article to store, with what proves where it came from. */
export interface Entry {
  readonly article: Article
  /** What cleaning did; nothing when left out. */
  readonly cleaning?: Cleaning
  readonly identity: Identity
  /** The id that the article had in the archive that exported it; '' or left out for others. */
  readonly exportedAs?: string
  /** The file, with `#line` where it holds many. */
  readonly origin: string
  readonly original: {
    readonly bytes: Uint8Array
    readonly mediaType: string
    readonly hash: string
  }
  readonly sample: boolean
  /** Version of cleaning, extraction and lists; an article processed by another version is processed again. */
  readonly processing: string
  /** What near-duplicates are recognised by; an article without one has no family until `Archive.sign` gives it one. */
  readonly signature?: Signature
}
