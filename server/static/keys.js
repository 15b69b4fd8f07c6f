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
