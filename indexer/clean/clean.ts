import type { Cleaning } from '../../engine/article.ts'
import { Unreadable, type Draft } from '../read/draft.ts'
import type { Exported } from '../read/exported-facts.ts'
import { removeAdvertisements } from './advertisement.ts'
import { removeAppeals } from './appeal.ts'
import { takeByline } from './byline.ts'
import { removeCallsToClick } from './call-to-click.ts'
import { removeCookieNotices } from './cookie-notice.ts'
import { removeCopyright } from './copyright.ts'
import { readDateline } from './dateline.ts'
import { halveGluedTitle } from './glued-title.ts'
import { removeGluedHeadlines } from './glued-headlines.ts'
import { findHeadline } from './headline.ts'
import { removeKnownLines } from './known-lines.ts'
import { removeMailSignature } from './mail-signature.ts'
import { removeNewsletterPrompts } from './newsletter-prompt.ts'
import { joinBlankRemovals, mostLines, pageOf, takeStep, type Step } from './page.ts'
import { removePhotoCredits } from './photo-credit.ts'
import { takePrintedDay } from './printed-day.ts'
import { withoutPromptTitle } from './prompt-title.ts'
import { removeReaderPolls } from './reader-poll.ts'
import { removeRepeatedHeadline, removeRepeatedLead } from './repeated-headline.ts'
import { removeReportingCredits } from './reporting-credits.ts'
import { removeSharing } from './sharing.ts'
import { removeSimilarNews } from './similar-news.ts'
import { removeTeasers } from './teaser.ts'
import { tidyWhitespace } from './whitespace.ts'

/** Raised with every change of a step, so that articles cleaned before it are cleaned again. */
export const cleaningVersion = 'cleaning-7'

/** Lines with which sites speak to their readers; a headline says no such thing. */
const prompts: readonly Step[] = [
  removeAdvertisements,
  removeNewsletterPrompts,
  removeAppeals,
  removeCallsToClick,
  removeCookieNotices,
  removeSharing,
]

// What stands around a text last, because furniture stands around that.
const steps: readonly Step[] = [
  removeKnownLines,
  removeMailSignature,
  removeGluedHeadlines,
  ...prompts,
  removeReaderPolls,
  // Before the teasers, because it knows how theirs end.
  removeSimilarNews,
  removeTeasers,
  removeCopyright,
  removePhotoCredits,
  removeReportingCredits,
  removeRepeatedHeadline,
  takePrintedDay,
  takeByline,
  findHeadline,
  removeRepeatedHeadline,
  removeRepeatedLead,
]

/** A draft without what is not part of the article. */
export interface CleanDraft extends Draft {
  /** As `Article.dateline`. */
  readonly dateline: string
  readonly cleaning: Cleaning
}

/**
 * Takes a draft through every cleaning step in order. Its text is tidied first; what the steps remove is kept in `cleaning`, so that
 * `textAsRead` gives the tidied text back. Throws Unreadable when nothing visible is left of the text.
 */
export function cleanDraft(draft: Draft): CleanDraft {
  if (draft.exported) return asExported(draft, draft.exported)
  const tidied = tidyWhitespace(draft)
  if (tidied.text === '') throw new Unreadable('no text')
  const titled = withoutPromptTitle(halveGluedTitle(tidied), prompts)
  const page = pageOf(titled)
  const taken = page.lines.length < mostLines ? steps : [findHeadline]
  const { lines, titleFrom, removed, ...cleaned } = taken.reduce(takeStep, page)
  return {
    ...cleaned,
    dateline: readDateline(lines[0]?.text ?? '')?.text ?? '',
    cleaning: { titleFrom, removed: joinBlankRemovals(removed) },
  }
}

/** What was cleaned before it was exported loses nothing a second time. */
function asExported(draft: Draft, { dateline }: Exported): CleanDraft {
  return { ...draft, dateline, cleaning: { titleFrom: 'source', removed: [] } }
}
