/* Comfort only: every page works without this file. */

const inField = (target) => target.closest('input, textarea, select, [contenteditable]') !== null

/** Moves from hit to hit; the one reached is marked and its link has the focus. */
function moveToHit(step) {
  const hits = [...document.querySelectorAll('.hit')]
  const at = hits.findIndex((hit) => hit.classList.contains('current'))
  const next = hits[Math.min(hits.length - 1, Math.max(0, at + step))]
  if (!next) return
  for (const hit of hits) hit.classList.toggle('current', hit === next)
  next.querySelector('h2 a').focus()
}

const keys = {
  '/': () => document.querySelector('#q').select(),
  j: () => moveToHit(1),
  k: () => moveToHit(-1),
  o: () => document.querySelector('.hit.current h2 a')?.click(),
}

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || inField(event.target)) return
  const action = keys[event.key]
  if (!action) return
  event.preventDefault()
  action()
})

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

/* Names are suggested while one is typed; the form works without. */
const suggested = document.createElement('datalist')
suggested.id = 'suggested'
document.body.append(suggested)

async function suggest(input) {
  const text = input.value.trim()
  if (text.length < 2) return
  const answer = await fetch(`${input.dataset.suggest}?find=${encodeURIComponent(text)}`)
  if (!answer.ok || input.value.trim() !== text) return
  const { values } = await answer.json()
  const options = values.slice(0, 10).map(({ value }) => new Option(value, value))
  suggested.replaceChildren(...options)
}

for (const input of document.querySelectorAll('input[data-suggest]')) {
  let waiting
  input.addEventListener('focus', () => {
    suggested.replaceChildren()
    input.setAttribute('list', 'suggested')
  })
  input.addEventListener('input', () => {
    clearTimeout(waiting)
    waiting = setTimeout(() => {
      // Without suggestions the name can still be typed.
      suggest(input).catch(() => undefined)
    }, 150)
  })
}

/* Escape closes an open form of corrections. */
document.addEventListener('keydown', (event) => {
  const form = event.key === 'Escape' ? event.target.closest('details.correct[open]') : null
  form?.removeAttribute('open')
  form?.querySelector('summary').focus()
})
