/*
 * Further values of a facet are listed in place: more of them, those from A to Z, those with a name, those below another. Without
 * script the same links and fields lead to the page of all values.
 */

import { lineOf, place } from './facet-lines.js'
import { say } from './live.js'

/** What readers asked to see of each facet; it holds while the filters change. */
const wishes = new Map()
const nothing = { find: '', order: '', most: 0, below: [] }
/** Values added by one click; as many as this again lead to the page of all. */
const atOnce = 25
const mostInPlace = 100

const sectionOf = (element) => element.closest?.('#narrow [data-facet]')
const wishOf = (section) => wishes.get(section.dataset.facet) ?? nothing

function wish(section, change) {
  wishes.set(section.dataset.facet, { ...wishOf(section), ...change })
  return list(section)
}

/** The search whose values a facet lists is in the address of its link to more of them. */
async function ask(section, parameters) {
  const { pathname, search } = new URL(section.querySelector(':scope > .more').href)
  const asked = new URLSearchParams(search)
  for (const [name, value] of Object.entries(parameters)) if (value !== '') asked.set(name, value)
  const answer = await fetch(`${pathname}.json?${asked}`)
  if (!answer.ok) throw new Error(`${pathname} does not answer`)
  return answer.json()
}

/** Lists what is wished for; resolves to the lines added. */
async function list(section) {
  const wanted = wishOf(section)
  const { find, order, most, below } = wanted
  const answers = [
    ...(find !== '' || order !== '' || most > 0 ? [await ask(section, { find, order })] : []),
    ...(await Promise.all(below.map((id) => ask(section, { below: id })))),
  ]
  // Overtaken by a further wish, or by another state of the page.
  if (wishOf(section) !== wanted || !section.isConnected) return []
  clear(section)
  const isOther = find !== '' || order !== ''
  if (isOther) hideListed(section)
  section.querySelector('.by-name').setAttribute('aria-pressed', String(order !== ''))
  const added = answers.flatMap((answer, nth) => {
    const isMain = nth === 0 && (isOther || most > 0)
    const limit = isMain ? most + (isOther ? atOnce : 0) : mostInPlace
    return addTo(section, answer, { limit, isFlat: isMain && isOther })
  })
  if (find !== '') say(foundIn(answers[0]))
  return added
}

const foundIn = ({ total }) =>
  total === 1 ? '1 value found' : `${total.toLocaleString('en-GB')} values found`

function clear(section) {
  for (const line of section.querySelectorAll('.added')) line.remove()
  for (const line of section.querySelectorAll('li[hidden]')) line.hidden = false
}

/** What is chosen stays in sight, and in the form. */
function hideListed(section) {
  for (const line of section.querySelectorAll('li')) line.hidden = !line.querySelector(':checked')
}

function addTo(section, { values, capability }, { limit, isFlat }) {
  const top = section.querySelector(':scope > ul')
  const parameter = section.dataset.facet
  const isListed = ({ id }) =>
    [...section.querySelectorAll(`li:not([hidden]) > label > input`)].some(
      ({ value }) => value === id,
    )
  const lines = []
  for (const value of values) {
    if (lines.length === limit) break
    if (value.selected || value.excluded || isListed(value)) continue
    const line = lineOf(parameter, value, capability.bound)
    line.classList.add('added')
    if (isFlat) top.append(line)
    else place(line, value, section, top)
    lines.push(line)
  }
  return lines
}

/** A click on a link or a button that asks for more of a facet; undefined for one that leads to the page of all. */
function wishedBy(link, section) {
  const { most, below } = wishOf(section)
  const id = link.name === 'below' ? link.value : null
  if (id !== null) return below.includes(id) ? undefined : { below: [...below, id] }
  return most < mostInPlace ? { most: most + atOnce } : undefined
}

document.addEventListener('click', (event) => {
  const link = event.target.closest?.('.more')
  const section = link && sectionOf(link)
  const change =
    section && !event.ctrlKey && !event.metaKey && !event.shiftKey && wishedBy(link, section)
  if (!change) return
  event.preventDefault()
  const before = new Set(section.querySelectorAll('.added input'))
  const known = new Set([...before].map(({ value }) => value))
  wish(section, change).then(
    (lines) => {
      const first = lines.find((line) => !known.has(line.querySelector('input').value))
      say(first ? `${lines.length - known.size} more` : 'No more')
      first?.querySelector('input').focus()
    },
    () => (link.form ? link.form.requestSubmit(link) : window.location.assign(link.href)),
  )
})

/** A button that lists the values from A to Z, and by the number of their articles again. */
function offerOrder(section) {
  const button = Object.assign(document.createElement('button'), {
    type: 'button',
    className: 'by-name',
    title: 'From A to Z',
    textContent: 'A–Z',
  })
  button.setAttribute('aria-pressed', 'false')
  button.addEventListener('click', () => {
    const { order } = wishOf(section)
    const { href } = section.querySelector(':scope > .more')
    wish(section, { order: order === '' ? 'name' : '' }).catch(() => window.location.assign(href))
  })
  section.querySelector('header').append(button)
}

let waiting
document.addEventListener('input', ({ target }) => {
  const section = target.matches('[name=find]') ? sectionOf(target) : null
  if (!section) return
  clearTimeout(waiting)
  waiting = setTimeout(() => {
    // What cannot be asked for now can be on the page of all values, by Enter.
    wish(section, { find: target.value.trim() }).catch(() => target.form.requestSubmit())
  }, 150)
})

/* Enter has nothing left to do. */
document.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && event.target.matches('[name=find]') && sectionOf(event.target))
    event.preventDefault()
})

function begin() {
  for (const section of document.querySelectorAll('#narrow [data-facet]')) {
    const { find, order, most, below } = wishOf(section)
    const field = section.querySelector('[name=find]')
    if (!field) continue
    offerOrder(section)
    field.value = find
    if (find !== '' || order !== '' || most > 0 || below.length > 0)
      list(section).catch(() => wishes.delete(section.dataset.facet))
  }
}

document.addEventListener('dateline:shown', begin)
begin()
