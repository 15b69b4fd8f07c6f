/* To the results before and after an article, by keys. */
import { addKeys } from './keys.js'

const linkTo = (rel) => document.querySelector(`.around a[rel="${rel}"]`)
const keysOf = {
  prev: ['[', 'ArrowLeft', 'previous result'],
  next: [']', 'ArrowRight', 'next result'],
}

for (const [rel, [sign, arrow, what]] of Object.entries(keysOf)) {
  const open = () => linkTo(rel)?.click()
  if (linkTo(rel)) addKeys({ [sign]: [what, open], [arrow]: [what, open] })
}
