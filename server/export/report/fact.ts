import { markup, type Html } from '../markup.ts'

/** A line of a list of facts. */
export function fact(label: string, value: Html): Html {
  return markup`<dt>${label}</dt><dd dir="auto">${value}</dd>
`
}
