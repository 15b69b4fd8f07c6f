/* From match to match of the query within an article, by keys and buttons; each match has its own place in the address. */
import { addKeys } from './keys.js'

const matches = Number(document.querySelector('#matches')?.dataset.matches ?? 0)

/** The match that the address names; 0 for none. */
const current = () => Number(/^#match-(\d+)$/.exec(window.location.hash)?.[1] ?? 0)

/** The last match above the window, from which a reader goes on who has scrolled. */
function lastAbove() {
  let [low, high] = [0, matches]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    const mark = document.getElementById(`match-${middle}`)
    if (mark.getBoundingClientRect().bottom < 0) low = middle
    else high = middle - 1
  }
  return low
}

function go(step) {
  const from = current() || lastAbove() + (step < 0 ? 1 : 0)
  const to = Math.min(matches, Math.max(1, from + step))
  // Not a step of the history each: Back leads to the results.
  window.location.replace(`#match-${to}`)
}

function buttonFor(step, label) {
  const button = Object.assign(document.createElement('button'), { type: 'button' })
  button.className = 'quiet'
  button.textContent = label
  button.addEventListener('click', () => go(step))
  return button
}

function showPlace(place) {
  const at = current()
  place.textContent = at > 0 ? `${at} of ${matches}` : ''
  place.parentElement.hidden = at === 0
}

if (matches > 0) {
  const bar = document.createElement('div')
  bar.className = 'going'
  bar.setAttribute('role', 'group')
  bar.setAttribute('aria-label', 'Matches of your search')
  const place = document.createElement('span')
  place.setAttribute('aria-live', 'polite')
  bar.append(buttonFor(-1, 'Previous match'), place, buttonFor(1, 'Next match'))
  document.querySelector('.article > .text').append(bar)
  document.documentElement.classList.add('scripted')
  showPlace(place)
  window.addEventListener('hashchange', () => showPlace(place))
  addKeys({
    n: ['next match in the text', () => go(1)],
    p: ['previous match in the text', () => go(-1)],
  })
}
