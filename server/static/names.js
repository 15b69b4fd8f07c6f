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
  const options = values.slice(0, 10).map(({ name }) => new Option(name, name))
  suggested.replaceChildren(...options)
}

/* Forms may come into the page later. */
const fieldOf = (event) => (event.target.matches?.('input[data-suggest]') ? event.target : null)

document.addEventListener('focusin', (event) => {
  const input = fieldOf(event)
  if (!input) return
  suggested.replaceChildren()
  input.setAttribute('list', 'suggested')
})

let waiting
document.addEventListener('input', (event) => {
  const input = fieldOf(event)
  if (!input) return
  clearTimeout(waiting)
  waiting = setTimeout(() => {
    // Without suggestions the name can still be typed.
    suggest(input).catch(() => undefined)
  }, 150)
})
