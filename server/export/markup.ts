/** Text that is HTML already. */
export class Html {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

/** What may stand in a template: texts and numbers are escaped, HTML stays as it is. */
type Part = string | number | Html | readonly Html[]

/** A piece of HTML in which everything inserted is escaped, so it is safe between tags and in quoted attributes. */
export function markup(pieces: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const written = pieces.map((piece, at) => {
    const part = parts[at]
    return part === undefined ? piece : piece + write(part)
  })
  return new Html(written.join(''))
}

function write(part: Part): string {
  if (part instanceof Html) return part.text
  if (typeof part === 'string' || typeof part === 'number') return escape(String(part))
  return part.map(({ text }) => text).join('')
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
