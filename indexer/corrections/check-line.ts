import { BadCorrection } from './bad-correction.ts'
import type { Correction } from './correction.ts'

/** Fields that any correction may have. */
const always = ['do', 'id', 'at', 'note']

/** Further fields, by what is done: one that were passed over could hold for more than its writer meant. */
const further: Readonly<Record<Correction['do'], readonly string[]>> = {
  reject: ['facet', 'value', 'article'],
  merge: ['facet', 'value', 'article', 'into', 'name'],
  split: ['facet', 'value', 'article', 'surface', 'into', 'name'],
  rename: ['facet', 'value', 'name'],
  add: ['facet', 'value', 'article', 'surface', 'name'],
  undo: ['of'],
}

/** Throws BadCorrection for fields that a correction of its kind does not have, and for ids and names that cannot stand in a file. */
export function checkLine(fields: Readonly<Record<string, unknown>>, correction: Correction): void {
  const known = [...always, ...further[correction.do]]
  const unknown = Object.keys(fields).find((field) => !known.includes(field))
  if (unknown !== undefined)
    throw new BadCorrection(
      `has a field "${unknown.slice(0, 40)}", which ${correction.do} does not know: it may have ${known.join(', ')}`,
    )
  checkId('id', correction.id)
  if (correction.do === 'undo') checkId('of', correction.of)
  if ('name' in correction) checkName('name', correction.name)
  if ('surface' in correction) checkName('surface', correction.surface)
}

/** Ids stand in addresses of the site. */
function checkId(field: string, id: string): void {
  if (!/^[A-Za-z0-9_-]{1,64}$/.test(id))
    throw new BadCorrection(
      `"${field}" must be 1 to 64 letters a to z, digits, hyphens and underscores, not ${JSON.stringify(id.slice(0, 80))}`,
    )
}

/** Of all names without letters the ids would be one. */
function checkName(field: string, name: string): void {
  if (name !== '' && !/[\p{L}\p{N}]/u.test(name))
    throw new BadCorrection(`"${field}" needs a letter or digit, not only ${JSON.stringify(name)}`)
}
