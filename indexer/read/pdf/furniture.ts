import type { PdfLine } from './pdf-lines.ts'

/** Headers and footers stand in the outer eighth of a page. */
const edge = 1 / 8

/** Lines are furniture when half of the pages have them, at least two. */
const leastShare = 0.5

/** Leaves out what stands on top or at the bottom of page after page, numbers aside, and page numbers. */
export function withoutFurniture(pages: readonly (readonly PdfLine[])[]): PdfLine[][] {
  const seen = new Map<string, number>()
  for (const page of pages) {
    for (const shape of new Set(page.filter(isAtEdge).map(shapeOf)))
      seen.set(shape, (seen.get(shape) ?? 0) + 1)
  }
  const least = Math.max(2, pages.length * leastShare)
  return pages.map((page) =>
    page.filter(
      (line) => !isAtEdge(line) || (!isPageNumber(line) && (seen.get(shapeOf(line)) ?? 0) < least),
    ),
  )
}

function isAtEdge({ height }: PdfLine): boolean {
  return height < edge || height > 1 - edge
}

function isPageNumber({ text }: PdfLine): boolean {
  return /^(?:page |p\. ?)?[-–—\s]*\d{1,4}[-–—\s]*(?:(?:of|\/) ?\d{1,4})?$/i.test(text)
}

function shapeOf({ text }: PdfLine): string {
  return text.replace(/\d+/g, '0').toLowerCase()
}
