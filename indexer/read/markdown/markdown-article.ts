import MarkdownIt from 'markdown-it'
import { decodeText } from '../decode.ts'
import { splitAuthors, Unreadable, webAddress, type Draft } from '../draft.ts'
import { blockText } from '../html/block-text.ts'
import { parsePage } from '../html/dom.ts'
import { languageTag } from '../language-tag.ts'
import { splitFrontMatter } from './front-matter.ts'
import type { FieldName } from '../field-names.ts'

// Tags within Markdown are left to the page's text, which knows what readers see of them.
const markdown = new MarkdownIt({ html: true })

/**
 * Reads a Markdown text: the first heading is the headline where the front matter has no title; where there is none, cleaning looks for it in the text. Throws Unreadable when there is no text.
 * Call it through DocumentParser: nested lists may take for ever.
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
  const [first, heading] = tokens
  const isHeaded = first?.type === 'heading_open'
  const title = known || (isHeaded ? shown(markdown.renderInline(heading?.content ?? '')) : '')
  // A heading that says the title again is the title; another one belongs to the text.
  const isTitle = isHeaded && shown(markdown.renderInline(heading?.content ?? '')) === title
  const rest = isTitle ? tokens.slice(3) : tokens
  const text = shown(markdown.renderer.render(rest, markdown.options, {}))
  return { title, text }
}

function shown(html: string): string {
  return blockText(parsePage(`<html><body>${html}</body></html>`))
}
