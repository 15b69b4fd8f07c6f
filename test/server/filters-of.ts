/** The boxes of a facet as a reader sees them: `[x] Ada Admiral 2`, `[ ] none 1`, `[x] not Bruno Broker hides 1`. */
export function boxesOf(html: string, parameter: string): string[] {
  const lines = html.matchAll(/<label>(<input [^>]*type="checkbox"[^>]*>)(.*?)<\/label>/g)
  return [...lines].flatMap(([, input = '', words = '']) => {
    if (attribute(input, 'name').replace(/^-/, '') !== parameter) return []
    const said = words.replace(/<[^>]*>/g, ' ').trim()
    return [`[${isChecked(input) ? 'x' : ' '}] ${said.replace(/\s+/g, ' ')}`]
  })
}

/** What a reader does to a form before it is sent, as `name=value`: a box that changes, or the button pressed. */
interface Changes {
  readonly tick?: string
  readonly press?: string
}

/** Where a form leads that is sent as it is, or changed; empty fields are left out. */
export function addressAfter(html: string, form: string, { tick, press }: Changes = {}): string {
  const sent = fieldsOf(html, form).filter((field) => {
    const written = `${attribute(field, 'name')}=${attribute(field, 'value')}`
    if (field.startsWith('<button')) return written === press
    const isBox = /type="(checkbox|radio)"/.test(field)
    return !isBox || isChecked(field) !== (written === tick)
  })
  const parameters = sent
    .map((field): [string, string] => [attribute(field, 'name'), attribute(field, 'value')])
    .filter(([name, value]) => name !== '' && value !== '')
  const [start = ''] = new RegExp(`<form id="${form}"[^>]*>`).exec(html) ?? []
  return `${attribute(start, 'action')}?${new URLSearchParams(parameters).toString()}`
}

/** The inputs and buttons of a form, inside it and elsewhere. */
function fieldsOf(html: string, form: string): string[] {
  let inside = ''
  return [...html.matchAll(/<(?:input|button|form|\/form)\b[^>]*>/g)].flatMap(([tag]) => {
    if (tag.startsWith('<form')) inside = attribute(tag, 'id')
    if (tag.startsWith('</')) inside = ''
    const owner = attribute(tag, 'form') || inside
    return owner === form && /^<[ib]/.test(tag) ? [tag] : []
  })
}

function attribute(tag: string, name: string): string {
  const [, value = ''] = new RegExp(` ${name}="([^"]*)"`).exec(tag) ?? []
  return value.replaceAll('&amp;', '&').replaceAll('&#34;', '"').replaceAll('&#39;', "'")
}

const isChecked = (tag: string) => / checked\b/.test(tag)
