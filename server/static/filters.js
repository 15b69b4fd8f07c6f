/* Filters, switches, order and pages of results apply at once, without the page being loaded anew. Without script there are buttons. */

import { show } from './live.js'

const isOwn = (address) =>
  new URL(address, window.location.href).pathname === window.location.pathname
const isLive = document.querySelector('#narrow') !== null
document.documentElement.classList.toggle('live', isLive)

/** Whether a form looks for another state of this page. */
const isOwnForm = (form) =>
  isLive && form?.method === 'get' && form.closest('#main') && isOwn(form.action)

/** What a button says is written into the form, so that a change that overtakes it takes it along. */
function settle(form, { name, value }) {
  if (name === 'during') {
    form.elements.from.value = form.elements.to.value = value
  } else if (name) {
    for (const box of document.querySelectorAll(`input[value="${CSS.escape(value)}"]`))
      if (box.form === form) box.checked = false
    const field = Object.assign(document.createElement('input'), { type: 'hidden', name, value })
    field.dataset.settled = ''
    form.append(field)
  }
}

function apply(form) {
  const given = [...new FormData(form)].filter(([, value]) => value !== '')
  const parameters = new URLSearchParams(given).toString()
  const { pathname } = new URL(form.action)
  show(parameters === '' ? pathname : `${pathname}?${parameters}`)
}

document.addEventListener('change', ({ target }) => {
  if (target.matches('[type=checkbox], [type=radio]') && isOwnForm(target.form)) apply(target.form)
})

document.addEventListener('submit', (event) => {
  const { target: form, submitter } = event
  if (event.defaultPrevented || !isOwnForm(form)) return
  event.preventDefault()
  if (submitter) settle(form, submitter)
  apply(form)
})

/** Whether a click asks for a link here and now: not in another tab, and not for a place of this page. */
function isPlain(event, link) {
  const hasKey = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey
  return event.button === 0 && !hasKey && !link.target && !link.hash && !link.dataset.opens
}

document.addEventListener('click', (event) => {
  const link = isLive ? event.target.closest?.('#main a[href]') : null
  if (!link || !isPlain(event, link) || link.origin !== window.location.origin) return
  if (!isOwn(link.href)) return
  event.preventDefault()
  const isPage = link.closest('.pagination') !== null
  show(link.href).then((isShown) => {
    if (isPage && isShown) document.querySelector('#main').scrollIntoView()
  })
})

/* Where the filters stand above the results, a button at their end folds them and leads to the results. */
function offerResults() {
  const form = document.querySelector('#narrow')
  const drawer = form?.querySelector('.drawer')
  if (!drawer) return
  const done = Object.assign(document.createElement('p'), { className: 'done' })
  const button = Object.assign(document.createElement('button'), { type: 'button' })
  button.textContent = `Show ${form.dataset.found}`
  button.addEventListener('click', () => {
    drawer.open = false
    drawer.querySelector('summary').focus()
    document.querySelector('#notices').scrollIntoView()
  })
  done.append(button)
  drawer.append(done)
}

document.addEventListener('dateline:shown', offerResults)
offerResults()
