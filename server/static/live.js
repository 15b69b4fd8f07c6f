/*
 * Another state of the page without loading it anew: its main part is fetched and takes the place of the one shown. Folds, what was
 * typed, the place on the page and the focus stay; other scripts learn of it by the event "dateline:shown". Where no answer comes the
 * page stays as it was.
 */

import { endTrouble, tellTrouble } from './trouble.js'

const main = document.querySelector('#main')
const status = document.createElement('p')
status.className = 'unseen'
status.setAttribute('role', 'status')
document.body.append(status)

/** Tells those who do not see it, once they have heard what they are listening to. The same words again are told again. */
export function say(words) {
  status.textContent = words === status.textContent ? `${words}\u00a0` : words
}

/** The part of an address that a server is asked for. */
const placeOf = ({ pathname, search }) => pathname + search

let shown = placeOf(window.location)
let underway = new AbortController()

/** Before an answer is called late. */
const patience = 10_000

/** Shows an address of this page's own path; a further call overtakes it. Resolves to whether it is shown. */
export async function show(address, place) {
  underway.abort()
  underway = new AbortController()
  const { signal } = underway
  endTrouble()
  main.setAttribute('aria-busy', 'true')
  const late = setTimeout(tellLate, patience)
  try {
    const answer = await fetch(address, { signal, headers: { Accept: 'text/html' } })
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
    if (signal.aborted) return false
    return showAnswer(answer, page, { address, place })
  } catch {
    if (!signal.aborted) tellFailure('The site does not answer.', { address, place })
    return false
  } finally {
    clearTimeout(late)
  }
}

/** A page of another kind, as the one that asks for a password, is gone to. */
function showAnswer(answer, page, { address, place }) {
  const form = page.querySelector('#narrow')
  if (form) {
    endTrouble()
    enter(form.dataset.here, place)
    replace(page, place)
    say(form.dataset.found)
  } else if (answer.ok) {
    window.location.assign(address)
  } else {
    const heading = page.querySelector('h1')?.textContent ?? `Error ${answer.status}`
    tellFailure(`${heading}.`.replace('..', '.'), { address, place })
  }
  return form !== null
}

function tellLate() {
  tellTrouble('Still waiting for an answer.', 'Stop waiting', () => {
    underway.abort()
    endTrouble()
    stepBack()
  })
}

function tellFailure(what, { address, place }) {
  stepBack()
  tellTrouble(`${what} The page is as it was before.`, 'Retry', () => show(address, place))
}

/** The filters say again what the page shows. */
function stepBack() {
  main.removeAttribute('aria-busy')
  for (const field of main.querySelectorAll('[data-settled]')) field.remove()
  for (const form of main.querySelectorAll('form[method=get]:has([type=checkbox], [name=from])'))
    form.reset()
}

function enter(here, place) {
  if (place === undefined && here !== placeOf(window.location)) {
    history.replaceState({ scroll: window.scrollY }, '')
    history.pushState(null, '', here)
  }
  shown = placeOf(window.location)
}

function replace(page, place) {
  const fresh = page.querySelector('#main')
  const refocus = rememberFocus()
  keepFolds(fresh)
  keepTyped(fresh)
  main.className = fresh.className
  main.removeAttribute('aria-busy')
  main.replaceChildren(...fresh.childNodes)
  document.title = page.title
  renewSearchBox(page)
  document.dispatchEvent(new Event('dateline:shown'))
  refocus()
  if (place !== undefined) window.scrollTo(0, place)
}

function keepFolds(fresh) {
  for (const { id, open } of main.querySelectorAll('details[id]')) {
    const same = fresh.querySelector(`#${CSS.escape(id)}`)
    if (same) same.open = open
  }
}

function keepTyped(fresh) {
  const fields = 'input[id]:not([type=checkbox], [type=radio], [type=hidden]), textarea[id]'
  for (const { id, value, defaultValue } of main.querySelectorAll(fields)) {
    const same = value === defaultValue ? null : fresh.querySelector(`#${CSS.escape(id)}`)
    if (same) same.value = value
  }
}

/** The box keeps the rest of the search in fields of its own. */
function renewSearchBox(page) {
  const [box, fresh] = [document, page].map((each) => each.querySelector('.searchbox'))
  if (!box || !fresh) return
  for (const field of box.querySelectorAll('[type=hidden]')) field.remove()
  box.append(...fresh.querySelectorAll('[type=hidden]'))
  const [typed, asked] = [box, fresh].map((each) => each.querySelector('[name=q]'))
  // Words that are typed and not yet sent stay.
  if (typed.value === typed.defaultValue) typed.value = asked.value
  typed.defaultValue = asked.value
}

/** Looks for the control that has the focus among the new ones; where it is gone the focus goes to what is nearest to it. */
function rememberFocus() {
  const control = document.activeElement
  if (!main.contains(control)) return () => undefined
  const near = control.closest('[data-facet]')?.dataset.facet
  const isInTimeline = control.closest('.slots') !== null
  const candidates = [
    ...selectorsOf(control),
    ...(isInTimeline ? ['.slots [tabindex="0"]', '.period input'] : []),
    ...(near ? [`[data-facet="${near}"] input`] : []),
  ]
  return () => {
    const same =
      candidates.map((each) => main.querySelector(each)).find((each) => each) ??
      linkLike(control) ??
      headingOf()
    same.focus({ preventScroll: true })
    same.scrollIntoView({ block: 'nearest' })
  }
}

/** A box that was ticked less may be the one of its exclusion now, and the other way round. */
function selectorsOf(control) {
  const { id, name, value, type, parentElement: parent } = control
  if (id) return [`#${CSS.escape(id)}`]
  if (control.matches('summary') && parent.id) return [`#${CSS.escape(parent.id)} > summary`]
  if (!name) return []
  const owner = control.form?.id ?? ''
  if (type === 'text' || type === 'search')
    return [`#${owner} [name="${name}"], [form="${owner}"][name="${name}"]`]
  const other = name.startsWith('-') ? name.slice(1) : `-${name}`
  const named = (each) => `[name="${each}"][value="${CSS.escape(value)}"]`
  return [`input${named(name)}`, `input${named(other)}`, named(name)]
}

function linkLike(control) {
  if (!control.matches('a')) return undefined
  const isSame = (link) =>
    link.textContent === control.textContent && link.className === control.className
  return [...main.querySelectorAll('a')].find(isSame)
}

function headingOf() {
  const heading = main.querySelector('h1') ?? main
  heading.tabIndex = -1
  return heading
}

window.addEventListener('popstate', ({ state }) => {
  if (placeOf(window.location) === shown) return
  show(window.location.href, state?.scroll ?? 0)
})
