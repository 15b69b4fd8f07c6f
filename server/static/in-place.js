/* What a link or a button leads to opens beside it: a part of the page that it leads to. Without script that page opens. */

/** The part of another page of this site that a selector finds. */
export async function partOf(address, selector) {
  const answer = await fetch(address, { headers: { Accept: 'text/html' } })
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const part = answer.ok ? page.querySelector(selector) : null
  if (!part) throw new Error(`${address} has no ${selector}`)
  return document.importNode(part, true)
}

/* "Correct": the form for a value, closed again by Escape, by its button or by another one. */
let opener
let form

function closeForm() {
  form?.remove()
  opener?.setAttribute('aria-expanded', 'false')
  form = opener = undefined
}

async function openForm(button, address) {
  const isSame = button === opener
  closeForm()
  if (isSame) return
  opener = button
  const part = await partOf(address, '.correct-form')
  if (opener !== button) return
  form = part
  button.after(form)
  button.setAttribute('aria-expanded', 'true')
  form.querySelector('input:not([type="hidden"]), button').focus()
}

document.addEventListener('submit', (event) => {
  const button = event.submitter
  if (event.target.id !== 'correcting' || !button) return
  event.preventDefault()
  const fields = new URLSearchParams(new FormData(event.target, button))
  const address = `${event.target.action}?${fields}`
  openForm(button, address).catch(() => window.location.assign(address))
})

document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || !form?.contains(event.target)) return
  event.preventDefault()
  const button = opener
  closeForm()
  button.focus()
})

/* A link with `data-opens`: what the selector names around it is replaced by what it names there. */
document.addEventListener('click', (event) => {
  const link = event.target.closest?.('a[data-opens]')
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return
  event.preventDefault()
  const { opens } = link.dataset
  partOf(link.href, opens).then(
    (part) => {
      for (const inner of part.querySelectorAll(`a[href^="${window.location.pathname}#"]`))
        inner.setAttribute('href', inner.hash)
      link.closest(opens).replaceWith(part)
      part.querySelector('a').focus()
    },
    () => window.location.assign(link.href),
  )
})
