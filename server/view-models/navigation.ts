/** The pages that every page leads to, in order; a page says by `section` where it belongs. */
export const navigation = [
  { section: 'search', label: 'Search', href: '/search' },
  { section: 'saved', label: 'Saved', href: '/saved' },
  { section: 'collections', label: 'Collections', href: '/collections' },
  { section: 'coverage', label: 'Coverage', href: '/coverage' },
  { section: 'corrections', label: 'Corrections', href: '/corrections' },
  { section: 'help', label: 'Help', href: '/help' },
] as const

/** Where in the site a page is; '' for nowhere in the navigation. */
export type Section = (typeof navigation)[number]['section'] | ''
