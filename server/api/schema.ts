/** A JSON Schema (draft 2020-12), as OpenAPI 3.1 takes it. */
export type Schema = Readonly<Record<string, unknown>>

/** An object with these members, all of which it always has, and these that it may have. */
export function object(
  description: string,
  members: Readonly<Record<string, Schema>>,
  optional: Readonly<Record<string, Schema>> = {},
): Schema {
  return {
    type: 'object',
    description,
    required: Object.keys(members),
    properties: { ...members, ...optional },
  }
}

/** A list of what is described elsewhere or here. */
export function list(items: Schema, description?: string): Schema {
  return { type: 'array', items, ...(description === undefined ? {} : { description }) }
}

/** One of the document's components. */
export function ref(name: string, description?: string): Schema {
  const $ref = `#/components/schemas/${name}`
  return description === undefined ? { $ref } : { $ref, description }
}

export function text(description?: string): Schema {
  return { type: 'string', ...(description === undefined ? {} : { description }) }
}

/** A whole number from 0 up, or from `minimum`. */
export function whole(description: string, minimum = 0): Schema {
  return { type: 'integer', minimum, description }
}

export function yesOrNo(description: string): Schema {
  return { type: 'boolean', description }
}

export function oneOf(words: readonly string[], description: string): Schema {
  return { type: 'string', enum: words, description }
}

/** The same, or null. */
export function orNull(schema: Schema): Schema {
  const { type, description, ...rest } = schema
  if (typeof type === 'string' && !('enum' in rest)) return { ...schema, type: [type, 'null'] }
  const { description: said, ...plain } = schema
  const about = said ?? description
  return {
    anyOf: [plain, { type: 'null' }],
    ...(about === undefined ? {} : { description: about }),
  }
}

/** A year, month or day; '' where it is unknown. */
export function dateOrNothing(description: string): Schema {
  return { type: 'string', pattern: '^(\\d{4}(-\\d\\d(-\\d\\d)?)?)?$', description }
}

/** ISO 8601, UTC. */
export function moment(description: string): Schema {
  return { type: 'string', format: 'date-time', description }
}

/** A SHA-256, or its beginning, in hexadecimal digits. */
export function hash(description: string): Schema {
  return { type: 'string', pattern: '^[0-9a-f]+$', description }
}
