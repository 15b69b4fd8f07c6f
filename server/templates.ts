import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import ejs from 'ejs'

/**
 * Express's engine for EJS. A template is read and compiled when it is first printed and kept for good, and so is what it includes:
 * EJS itself looks at the disk for every inclusion, and copies all that the page knows, which takes as long as the search.
 */
export function printTemplate(
  path: string,
  given: object,
  done: (error: unknown, html?: string) => void,
): void {
  try {
    // Inherits nothing, so that a template knows what it was given and no more.
    done(null, templateAt(path)({ __proto__: null, ...given }))
  } catch (error) {
    done(error)
  }
}

/** Prints a template with what it knows. */
type Print = (known: object) => string

const templates = new Map<string, Print>()

function templateAt(path: string): Print {
  const kept = templates.get(path)
  if (kept) return kept
  const source = readFileSync(path, 'utf8')
  const options = { filename: path, rmWhitespace: true, unsafePrototypeLocals: true } as const
  const print = withInclusions(ejs.compile(source, options), dirname(path))
  templates.set(path, print)
  return print
}

/** A template's `include` names a file beside its own; what is included knows all that the template does besides what it is given. */
function withInclusions(print: Print, folder: string): Print {
  const included = new Map<string, Print>()
  const find = (name: string) => {
    const found = included.get(name) ?? templateAt(join(folder, `${name}.ejs`))
    included.set(name, found)
    return found
  }
  return (known) => {
    const include = (name: string, given: object) => find(name)(inherit(known, given))
    return print(inherit(known, { include }))
  }
}

/** Copying what is known each time would cost more than printing. */
function inherit(known: object, given: object | undefined): object {
  return { __proto__: known, ...given }
}
