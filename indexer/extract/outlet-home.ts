import { namesIn, type ListRow } from '../../engine/gazetteers/list-file.ts'
import { foldLetters } from './names.ts'

/** Where a listed outlet is at home. */
export interface OutletHome {
  /** '' when the list does not say. */
  readonly country: string
  readonly domains: readonly string[]
}

/** The home of every listed outlet, by its id. */
export function outletHomes(rows: readonly ListRow[]): ReadonlyMap<string, OutletHome> {
  return new Map(
    rows.map((row) => [
      row.get('id') ?? '',
      { country: row.get('country') ?? '', domains: namesIn(row.get('domains')) },
    ]),
  )
}

/** Shorter names are part of too many others. */
const shortestLabel = 3

/**
 * Whether an address is the home of another outlet of the same name: it is called after the name (dailynews.co.tz: "Daily News"), but it
 * is none of the listed outlet's addresses and belongs to another country. An agency's report on another outlet's site is the agency's.
 */
export function isNamesake(host: string, given: string, { country, domains }: OutletHome): boolean {
  if (domains.some((domain) => host === domain || host.endsWith(`.${domain}`))) return false
  const own = labelOf(host)
  if (own.length < shortestLabel || domains.some((domain) => labelOf(domain) === own)) return false
  if (!bare(given).startsWith(own) && !own.startsWith(bare(given))) return false
  const elsewhere = countryOf(host)
  return elsewhere !== '' && isCountry(country) && elsewhere !== country
}

/** What a host is called: "dailynews" of www.dailynews.co.tz. */
function labelOf(host: string): string {
  const own = host.replace(/^www\./, '').replace(/(?:\.(?:com?|org|net|gov|ac))?\.[a-z]+$/, '')
  return bare(own.slice(own.lastIndexOf('.') + 1))
}

function bare(name: string): string {
  return foldLetters(name)
    .replace(/^the\b/, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/^the(?=.{4})/, '')
}

const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })
/** Countries' endings that are used all over the world for what they spell. */
const worldwide = new Set('tv io co me ai fm ly to am cc ws so eu'.split(' '))

/** The country of a host by its ending; '' for one of the whole world. */
function countryOf(host: string): string {
  const ending = host.slice(host.lastIndexOf('.') + 1)
  if (!/^[a-z]{2}$/.test(ending) || worldwide.has(ending)) return ''
  return names.of(ending === 'uk' ? 'GB' : ending.toUpperCase()) ?? ''
}

let countries: ReadonlySet<string> | undefined

/** Whether a name is one that `countryOf` gives; lists call some countries otherwise. */
function isCountry(name: string): boolean {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('')
  countries ??= new Set(
    letters.flatMap((one) => letters.map((other) => names.of(one + other) ?? '')),
  )
  return name !== '' && countries.has(name)
}
