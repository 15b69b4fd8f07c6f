/* Keys for what is done most. Never while something is typed; whoever uses the same keys otherwise can turn them off. */
const kept = 'dateline-keys'
const areOn = () => localStorage.getItem(kept) !== 'off'

const inField = (target) =>
  target.closest?.('input, textarea, select, [contenteditable], [role="listbox"]') !== null

/** Moves from hit to hit; the one reached is marked and its link has the focus. On other pages, to the next result's page. */
function moveToHit(step) {
  const hits = [...document.querySelectorAll('.hit')]
  if (hits.length === 0) {
    document.querySelector(`#main a[rel="${step > 0 ? 'next' : 'prev'}"]`)?.click()
    return
  }
  const at = hits.findIndex((hit) => hit.classList.contains('current'))
  const next = hits[Math.min(hits.length - 1, Math.max(0, at + step))]
  for (const hit of hits) hit.classList.toggle('current', hit === next)
  next.querySelector('h2 a').focus()
}

/** Back to the results, or off the result that is marked. */
function goBack() {
  const back = document.querySelector('#main .back a')
  if (back) back.click()
  else document.querySelector('.hit.current')?.classList.remove('current')
}

const keys = {
  '/': ['search', () => document.querySelector('#q')?.select()],
  j: ['next result', () => moveToHit(1)],
  k: ['previous result', () => moveToHit(-1)],
  o: ['open the result, like Enter', () => document.querySelector('.hit.current h2 a')?.click()],
  Escape: ['back to the results', goBack],
  '?': ['these keys', showKeys],
}

/** Gives a page keys of its own: what each does, in words and as a function. */
export function addKeys(more) {
  Object.assign(keys, more)
}

function turn(state) {
  localStorage.setItem(kept, state)
  for (const button of document.querySelectorAll('[data-keys]')) label(button)
}

function label(button) {
  button.textContent = areOn() ? 'Turn the keys off' : 'Turn the keys on'
}

function makeSwitch() {
  const button = Object.assign(document.createElement('button'), { type: 'button' })
  button.className = 'quiet'
  button.dataset.keys = ''
  label(button)
  button.addEventListener('click', () => turn(areOn() ? 'off' : 'on'))
  return button
}

function showKeys() {
  const open = document.querySelector('dialog.keys')
  if (open) {
    open.close()
    return
  }
  const dialog = document.createElement('dialog')
  dialog.className = 'keys'
  dialog.setAttribute('aria-labelledby', 'keys-heading')
  const heading = Object.assign(document.createElement('h2'), { id: 'keys-heading' })
  heading.textContent = 'Keys'
  const list = document.createElement('dl')
  for (const [key, [what]] of Object.entries(keys)) {
    const [line, term, text] = ['div', 'dt', 'dd'].map((name) => document.createElement(name))
    const cap = document.createElement('kbd')
    cap.textContent = key === 'Escape' ? 'Esc' : key
    term.append(cap)
    text.textContent = what
    line.append(term, text)
    list.append(line)
  }
  const help = Object.assign(document.createElement('a'), { href: '/help' })
  help.textContent = 'How to search'
  const close = Object.assign(document.createElement('button'), { type: 'button' })
  close.textContent = 'Close'
  close.addEventListener('click', () => dialog.close())
  const ways = Object.assign(document.createElement('p'), { className: 'ways' })
  ways.append(close, makeSwitch(), help)
  dialog.append(heading, list, ways)
  dialog.addEventListener('close', () => dialog.remove())
  document.body.append(dialog)
  dialog.showModal()
}

/** Keys are of the page where nothing lies above it; what has its own Escape has used it by now. */
function actionOf(event) {
  const isTaken = event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey
  if (isTaken || event.isComposing || !areOn() || inField(event.target)) return undefined
  const isAbove = document.querySelector('dialog[open]') !== null
  return isAbove && event.key !== '?' ? undefined : keys[event.key]?.[1]
}

window.addEventListener('keydown', (event) => {
  const action = actionOf(event)
  if (!action) return
  event.preventDefault()
  action()
})

document.querySelector('#keys-switch')?.append(makeSwitch())
