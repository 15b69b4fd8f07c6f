/** Where English is written and the month comes first. */
const monthFirstRegions = new Set(['US', 'PH', 'FM', 'GU', 'PR', 'AS', 'VI'])
/** Country domains of English-language media that write the day first. */
const dayFirstHost =
  /^https?:\/\/[^/:?#]+\.(?:uk|ie|au|nz|in|pk|bd|lk|za|ng|ke|ug|tz|gh|zw|na|ls|my|sg|eu)(?=[/:?#]|$)/i

/**
 * Whether 3/4/2016 is the fourth of March or the third of April: the language and region that are declared decide, for English
 * without a region the domain. Month first where nothing says otherwise.
 */
export function orderOfDates(language: string, url: string): 'day first' | 'month first' {
  const [primary = '', ...subtags] = language.split('-')
  const region = subtags.find((subtag) => /^[A-Z]{2}$/i.test(subtag))?.toUpperCase()
  if (primary !== '' && primary !== 'en') return 'day first'
  if (region !== undefined) return monthFirstRegions.has(region) ? 'month first' : 'day first'
  return dayFirstHost.test(url) ? 'day first' : 'month first'
}
