import { Ajv2020 } from 'ajv/dist/2020.js'
import type { Schema } from '../../../server/api/schema.ts'

/** Says what is wrong with a value, by the schema of a name; '' for nothing. Throws for a schema that is none. */
export type Validate = (name: string, value: unknown) => string

const isoMoment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/

/** Checks values against the schemas of an OpenAPI document. */
export function makeValidator(document: Schema): Validate {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true })
  ajv.addFormat('date-time', isoMoment)
  // Where the schemas stand in the document.
  ajv.addKeyword('components')
  ajv.addSchema(
    { $id: 'document:api', components: document['components'] },
    undefined,
    false,
    false,
  )
  return (name, value) => {
    const check = ajv.getSchema(`document:api#/components/schemas/${name}`)
    if (!check) throw new Error(`There is no schema ${name}.`)
    return check(value) === true ? '' : ajv.errorsText(check.errors, { separator: '\n' })
  }
}
