import { blockText } from './html/block-text.ts'
import { parsePage } from './html/dom.ts'

/** The text of HTML as a reader sees it, all of it: that of a mail or a fragment, where there is no article to be found within a page. */
export function htmlText(html: string): string {
  const body = parsePage(/<body[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`)
  const element = body.querySelector('body')
  return element ? blockText(element).trim() : ''
}
