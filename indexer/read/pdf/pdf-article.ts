import { getDocument, PasswordException } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { splitAuthors, Unreadable, type Draft } from '../draft.ts'
import { withoutFurniture } from './furniture.ts'
import { linesOfPage, type PdfLine, type Piece } from './pdf-lines.ts'
import { paragraphs } from './paragraphs.ts'

/** Longer documents are books; their first pages are not read either, because half a text is none. */
const mostPages = 1_000

/**
 * Reads a PDF by its text layer: lines are put together to paragraphs, words that hyphens divide are joined, lines that stand on top or
 * at the bottom of page after page are left out. Throws Unreadable for a scan, an encrypted document and a broken one.
 * Call it through DocumentParser: a hostile document may take for ever.
 */
export async function readPdf(bytes: Uint8Array): Promise<Draft> {
  const task = getDocument({
    // pdf.js takes the buffer for itself.
    data: new Uint8Array(bytes),
    verbosity: 0,
    // Nothing is drawn, so nothing needs fonts, and nothing is fetched.
    useSystemFonts: false,
    disableFontFace: true,
    stopAtErrors: false,
  })
  try {
    const document = await task.promise.catch(refuse)
    if (document.numPages > mostPages)
      throw new Unreadable(
        `too long for one article: ${document.numPages} pages, at most ${mostPages.toLocaleString('en')} are read`,
      )
    const pages: PdfLine[][] = []
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      pages.push(linesOfPage((await page.getTextContent()).items.filter(hasText), page.view))
      page.cleanup()
    }
    const { info } = await document.getMetadata()
    return draftOf(withoutFurniture(pages), aboutDocument(info))
  } finally {
    await task.destroy()
  }
}

/** Marks of structure have none. */
function hasText<T extends object>(item: T): item is T & Piece {
  return 'str' in item
}

function refuse(error: unknown): never {
  if (error instanceof PasswordException)
    throw new Unreadable('an encrypted PDF: save it without its password first')
  throw new Unreadable(`a broken PDF: ${error instanceof Error ? error.message : String(error)}`)
}

interface About {
  readonly title: string
  readonly author: string
}

function draftOf(pages: readonly (readonly PdfLine[])[], about: About): Draft {
  const blocks = paragraphs(pages)
  if (blocks.length === 0) throw new Unreadable('a scanned PDF without text: run OCR first')
  const { title, text } = headed(blocks, about.title)
  if (text === '') throw new Unreadable('no text: nothing follows the headline')
  return {
    title,
    text,
    outlet: '',
    // When a file was made is not when its text was published.
    published: [],
    url: '',
    authors: splitAuthors(about.author),
    language: '',
    givenId: '',
  }
}

type Block = ReturnType<typeof paragraphs>[number]

/** The title is the largest of the first blocks, else the document's own; where neither is known, cleaning looks for it in the text. */
function headed(
  blocks: readonly Block[],
  known: string,
): { readonly title: string; readonly text: string } {
  const textOf = (kept: readonly Block[]) => kept.map(({ text }) => text).join('\n\n')
  const repeated = blocks.slice(0, 6).findIndex(({ text }) => text === known)
  if (known !== '') return { title: known, text: textOf(blocks.filter((_, at) => at !== repeated)) }
  const first = blocks.slice(0, 6)
  const largest = first.reduce((most, block) => (block.size > most.size ? block : most))
  const usual = medianSize(blocks)
  const isHeadline = largest.size > usual * 1.15 && largest.text.length <= 300
  if (!isHeadline || blocks.length === 1) return { title: '', text: textOf(blocks) }
  return { title: largest.text, text: textOf(blocks.filter((block) => block !== largest)) }
}

function medianSize(blocks: readonly Block[]): number {
  const sizes = blocks.flatMap(({ text, size }) =>
    Array.from({ length: Math.ceil(text.length / 80) }, () => size),
  )
  return sizes.sort((a, b) => a - b)[(sizes.length - 1) >> 1] ?? 0
}

/** What programs write where nobody wrote a title. */
const noTitle = /^(?:untitled|microsoft word|document\d*$|.*\.(?:docx?|pdf|indd|qxd|rtf|tex)$)/i

function aboutDocument(info: unknown): About {
  const field = (name: string) => {
    const value: unknown = typeof info === 'object' && info !== null ? Reflect.get(info, name) : ''
    return typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : ''
  }
  const title = field('Title')
  const author = field('Author')
  return {
    title: noTitle.test(title) || title.length < 4 ? '' : title,
    // Names of accounts are no names of people.
    author: /^\p{Lu}\S* \p{L}/u.test(author) ? author : '',
  }
}
