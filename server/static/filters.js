/* A click on a filter loads the page anew: open lists stay open, and the page stays where it was. */
const remembered = 'dateline-filters'

/** "Person: Ada Admiral" of "Add Person: Ada Admiral, 3 articles". */
const valueOf = (link) =>
  (link.getAttribute('aria-label') ?? '')
    .replace(/, [^,]*$/, '')
    .replace(/^(Add|Remove excluded|Remove|Exclude) /, '')

for (const link of document.querySelectorAll('.filters a, .columns a')) {
  link.addEventListener('click', () => {
    const open = [...document.querySelectorAll('.filters details[open]')].map(({ id }) => id)
    const { pathname } = window.location
    const place = { open, pathname, value: valueOf(link), scroll: window.scrollY }
    sessionStorage.setItem(remembered, JSON.stringify(place))
  })
}

const before = JSON.parse(sessionStorage.getItem(remembered) ?? 'null')
sessionStorage.removeItem(remembered)
if (before?.pathname === window.location.pathname) {
  for (const id of before.open) document.getElementById(id)?.setAttribute('open', '')
  const same = [...document.querySelectorAll('.filters .value, .columns .value')].find(
    (link) => valueOf(link) === before.value,
  )
  same?.focus({ preventScroll: true })
  window.scrollTo(0, before.scroll)
}
