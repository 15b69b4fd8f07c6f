import { answers, tags } from '../api/answers.ts'
import { files } from '../api/files.ts'
import { base, isForAdmins, versioned } from '../api/openapi.ts'
import { narrowing, searching, type Parameter } from '../api/parameters.ts'
import { schemas } from '../api/schemas/schemas.ts'
import { fieldsOf } from '../store/query-record.ts'
import { apiSections, shellOf, type ApiSection } from './api-sections.ts'
import { buildLayout, type Layout } from './layout.ts'

/** What programs can ask for, as a page to read. */
export interface ApiPage {
  readonly layout: Layout
  readonly base: string
  readonly sections: readonly ApiSection[]
  readonly examples: readonly { readonly what: string; readonly typed: string }[]
  readonly groups: readonly {
    readonly id: string
    readonly title: string
    readonly lines: readonly ApiLine[]
  }[]
  readonly searchParameters: readonly ParameterView[]
}

interface ApiLine {
  readonly address: string
  /** '' where the address has a part to fill in. */
  readonly href: string
  readonly summary: string
  /** Its parameters besides those of a search. */
  readonly parameters: readonly ParameterView[]
  readonly takesSearch: boolean
  /** What the answer has, outermost; none for a file. */
  readonly members: readonly string[]
  readonly isForAdmins: boolean
}

interface ParameterView {
  readonly name: string
  readonly description: string
}

/** `home` is the address under which the page was asked for. */
export function buildApiPage(home: string): ApiPage {
  return {
    layout: buildLayout('For programs', 'help', undefined, ['api']),
    base,
    sections: apiSections,
    examples: shellOf(home, base),
    groups: [
      ...tags.map((tag) => ({
        id: tag.toLowerCase().replaceAll(' ', '-'),
        title: tag,
        lines: answers
          .filter((answer) => answer.tag === tag)
          .map((answer) => lineOf(answer, base + versioned(answer.route))),
      })),
      { id: 'files', title: 'Files', lines: files.map((file) => lineOf(file, file.route)) },
    ],
    searchParameters: searching.map(showParameter),
  }
}

interface Described {
  readonly route: string
  readonly summary: string
  readonly parameters: readonly Parameter[]
  readonly schema?: string
}

function lineOf({ route, summary, parameters, schema = '' }: Described, path: string): ApiLine {
  const takesSearch = narrowing.every((each) => parameters.includes(each))
  const own = parameters.filter(
    (each) => each.in === 'query' && !(takesSearch && searching.includes(each)),
  )
  return {
    address: path.replaceAll(/:([a-z]+)/g, '{$1}'),
    href: path.includes(':') ? '' : path,
    summary: withoutSigns(summary),
    members: membersOf(schema),
    parameters: own.map(showParameter),
    takesSearch,
    isForAdmins: isForAdmins(route),
  }
}

function showParameter({ name, description }: Parameter): ParameterView {
  return { name, description: withoutSigns(description) }
}

/** The document has back-ticks around what is typed. */
const withoutSigns = (sentence: string) => sentence.replaceAll('`', '')

const membersOf = (schema: string) => Object.keys(fieldsOf(schemas[schema]?.['properties']))
