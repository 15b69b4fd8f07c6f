import MarkdownIt from 'markdown-it'
import { decodeText } from '../decode.ts'
import { splitAuthors, Unreadable, webAddress, type Draft } from '../draft.ts'
import type { FieldName } from '../field-names.ts'
import { htmlText } from '../html-text.ts'
import { languageTag } from '../language-tag.ts'
import { splitFrontMatter } from './front-matter.ts'

// Tags within Markdown are left to the page's text, which knows what readers see of them.
const markdown = new MarkdownIt({ html: true })

/**
 * Reads a Markdown text: the first heading is the headline where the front matter has no title; where there is none, cleaning looks for
 * it in the text. Throws Unreadable when there is no text. Call it through DocumentParser: nested lists may take for ever.
 */
export function readMarkdown(bytes: Uint8Array): Draft {
  const { about, body } = splitFrontMatter(decodeText(bytes))
  const all = (field: FieldName) => about.get(field) ?? []
  const one = (field: FieldName) => all(field)[0] ?? ''
  const { title, text } = textOf(body, one('title'))
  if (text === '') throw new Unreadable('no text: nothing follows the headline')
  return {
    title,
    text,
    outlet: one('outlet'),
    published: all('published'),
    url: webAddress(one('url')),
    authors: all('authors').flatMap(splitAuthors),
    language: languageTag(one('language')),
    givenId: one('id'),
  }
}

function textOf(body: string, known: string): { readonly title: string; readonly text: string } {
  const tokens = markdown.parse(body, {})
  const heading = headingOf(tokens)
  const title = known === '' ? heading : known
  // A heading that says the title again is the title; another one belongs to the text.
  const rest = heading === title && heading !== '' ? tokens.slice(3) : tokens
  const text = htmlText(markdown.renderer.render(rest, markdown.options, {}))
  return { title, text }
}

/** The text of the heading that the article begins with, '' where it begins with something else. */
function headingOf([first, heading]: readonly Token[]): string {
  if (first?.type !== 'heading_open' || heading === undefined) return ''
  return htmlText(markdown.renderInline(heading.content))
}

interface Token {
  readonly type: string
  readonly content: string
}
