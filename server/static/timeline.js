/*
 * A period can be drawn with the mouse or a finger, and chosen by the arrow keys with Shift; then Enter. The bars are one stop of the
 * Tab key: left and right go along them, down to the year or month below, up again.
 */

import { say } from './live.js'

let slots
/** The places chosen, from the one where the choice began to the one where it is now. */
let chosen
let note = ''

const barIn = (slot) => (slot.matches('button') ? slot : slot.querySelector('button:not(.mark)'))
const bars = () => [...slots.querySelectorAll('button:not(.mark)')]
const placeOf = (bar) => [...slots.children].findIndex((slot) => slot.contains(bar))

function begin() {
  slots = document.querySelector('.slots')
  chosen = undefined
  if (!slots) return
  note = readout().textContent
  for (const button of slots.querySelectorAll('button')) button.tabIndex = -1
  const first = bars()[0]
  if (first) first.tabIndex = 0
  document.querySelector('.timeline .skip').hidden = true
}

const readout = () => document.querySelector('.timeline .chosen')

/** `2016-04` for the place of that month, whether it has a bar or not. */
function periodAt(place) {
  const bar = bars()[0]
  const steps = place - placeOf(bar)
  const [year, month = 1, day = 1] = bar.value.split('-').map(Number)
  const parts = bar.value.split('-').length
  const moved = new Date(Date.UTC(2000, month - 1, day))
  moved.setUTCFullYear(year)
  if (parts === 1) moved.setUTCFullYear(year + steps)
  if (parts === 2) moved.setUTCMonth(month - 1 + steps)
  if (parts === 3) moved.setUTCDate(day + steps)
  return moved.toISOString().slice(0, [4, 7, 10][parts - 1])
}

function ends() {
  const [first, last] = [Math.min(...chosen), Math.max(...chosen)]
  const inside = [...slots.children].slice(first, last + 1)
  return { first, last, inside, named: inside.map(barIn).filter((bar) => bar) }
}

/** `April 2016 to June 2016: 57 articles` */
function describe({ named }) {
  const [first, last] = [named.at(0), named.at(-1)]
  if (!first) return 'No articles'
  if (first === last) return first.title
  const name = (bar) => bar.title.replace(/: .*/, '')
  const total = named.reduce(
    (sum, bar) => sum + Number(bar.title.match(/: \D*([\d,]+)/)[1].replaceAll(',', '')),
    0,
  )
  const bound =
    named.map((bar) => bar.title.match(/: (at (?:most|least) )/)?.[1]).find((each) => each) ?? ''
  return `${name(first)} to ${name(last)}: ${bound}${total.toLocaleString('en-GB')} articles`
}

function choose(from, to) {
  chosen = [from, to]
  const range = ends()
  for (const slot of slots.children) slot.classList.toggle('in', range.inside.includes(slot))
  const words = describe(range)
  readout().textContent = words
  return words
}

function clear() {
  chosen = undefined
  for (const slot of slots.children) slot.classList.remove('in')
  readout().textContent = note
}

function apply() {
  const { first, last, named } = ends()
  if (named.length === 0) return clear()
  const form = slots.closest('form')
  form.elements.from.value = periodAt(first)
  form.elements.to.value = periodAt(last)
  form.requestSubmit()
}

function focusOn(button) {
  if (!button) return
  for (const each of slots.querySelectorAll('[tabindex="0"]')) each.tabIndex = -1
  button.tabIndex = 0
  button.focus()
}

/** The year below a bar, and the first bar of a year. */
function below(button) {
  const marks = [...slots.querySelectorAll('.mark')]
  return marks.findLast((mark) => placeOf(mark) <= placeOf(button))
}

const above = (mark) => bars().find((bar) => placeOf(bar) >= placeOf(mark))

function step(button, by) {
  const all = button.matches('.mark') ? [...slots.querySelectorAll('.mark')] : bars()
  return all[all.indexOf(button) + by]
}

const moves = {
  ArrowLeft: (button) => step(button, -1),
  ArrowRight: (button) => step(button, 1),
  ArrowDown: (button) => (button.matches('.mark') ? undefined : below(button)),
  ArrowUp: (button) => (button.matches('.mark') ? above(button) : undefined),
  Home: () => bars().at(0),
  End: () => bars().at(-1),
}

function press(event) {
  const button = event.target.closest('.slots button')
  if (!button) return
  if (event.key === 'Escape' && chosen) return clear()
  if ([' ', 'Enter'].includes(event.key) && chosen) {
    event.preventDefault()
    return apply()
  }
  const move = moves[event.key]
  if (!move) return
  event.preventDefault()
  const next = move(button)
  const widens = event.shiftKey && next && !next.matches('.mark') && !button.matches('.mark')
  if (!event.shiftKey && chosen) clear()
  focusOn(next)
  if (widens) say(`${choose(chosen?.[0] ?? placeOf(button), placeOf(next))}. Enter shows them.`)
}

/** The place below the pointer. */
function placeUnder({ clientX }) {
  const { left, width } = slots.getBoundingClientRect()
  const { length } = slots.children
  return Math.min(length - 1, Math.max(0, Math.floor(((clientX - left) / width) * length)))
}

/** Nearer than this is a click. */
const nearest = 5
let grip

function grasp(event) {
  if (event.button === 0 && event.target.closest('.slots') && !event.target.matches('.mark'))
    grip = { x: event.clientX, place: placeUnder(event) }
}

function draw(event) {
  if (!grip) return hover(event)
  if (!chosen && Math.abs(event.clientX - grip.x) < nearest) return undefined
  slots.setPointerCapture(event.pointerId)
  return choose(grip.place, placeUnder(event))
}

function hover({ target }) {
  if (slots && !chosen) readout().textContent = target.closest?.('.slots button')?.title ?? note
}

function release(event) {
  const isDrawn = grip && chosen
  grip = undefined
  if (!isDrawn) return
  if (event.type === 'pointerup') apply()
  else clear()
}

document.addEventListener('dateline:shown', begin)
document.addEventListener('keydown', press)
document.addEventListener('pointerdown', grasp)
document.addEventListener('pointermove', draw)
document.addEventListener('pointerup', release)
document.addEventListener('pointercancel', release)
begin()
