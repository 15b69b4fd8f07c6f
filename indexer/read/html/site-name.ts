import { bareText } from './bare-text.ts'

/** The names that a page gives its outlet, in their order; those after which its address is called come first when the first is none. */
export function namesakesFirst(
  names: readonly string[],
  addresses: readonly string[],
): readonly string[] {
  const address = addresses.find((url) => URL.canParse(url))
  if (address === undefined) return names
  const own = bareText(new URL(address).hostname.replace(/^www\./, '').replace(/\.[^.]+$/, ''))
  const isNamesake = (name: string) =>
    own !== '' && own === bareText(name.replace(/^the /i, own.startsWith('the') ? '$&' : ''))
  const [first = ''] = names
  const isMotto = first.split(' ').length >= fewestWords && !own.includes(bareText(first))
  return isMotto && names.some(isNamesake)
    ? names.toSorted((a, b) => Number(isNamesake(b)) - Number(isNamesake(a)))
    : names
}

/** Of fewer words is a name: "Associated Press" at apnews.com. */
const fewestWords = 4
