/*
 * Suggestions below the search box: a combobox with a list. They come when they come: typing never waits, an older answer never
 * replaces a newer one, and Enter searches for what was typed unless one of them was chosen with the arrow keys.
 */
const box = document.querySelector('.searchbox input[type="search"]')
const pause = 150
const longestWait = 4000

function element(name, attributes, ...children) {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  made.append(...children)
  return made
}

function suggestInto(input) {
  const list = element('ul', {
    ...{ id: 'suggestions', class: 'suggestions', role: 'listbox' },
    ...{ 'aria-label': 'Suggestions', hidden: '' },
  })
  const spoken = element('p', { class: 'unseen', role: 'status' })
  input.after(list, spoken)
  for (const [key, value] of Object.entries({
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-controls': list.id,
    'aria-expanded': 'false',
  }))
    input.setAttribute(key, value)

  let active = -1
  let asking
  let waiting

  const isOpen = () => !list.hidden

  function activate(nth) {
    active = nth
    for (const [at, option] of [...list.children].entries())
      option.setAttribute('aria-selected', String(at === nth))
    const option = list.children[nth]
    if (option) input.setAttribute('aria-activedescendant', option.id)
    else input.removeAttribute('aria-activedescendant')
    option?.scrollIntoView({ block: 'nearest' })
  }

  function close() {
    clearTimeout(waiting)
    asking?.abort()
    list.hidden = true
    input.setAttribute('aria-expanded', 'false')
    activate(-1)
  }

  function open(suggestions) {
    list.replaceChildren(
      ...suggestions.map(({ text, note, href }, nth) =>
        element(
          'li',
          { id: `suggestion-${nth}`, role: 'option', 'data-href': href },
          element('span', { dir: 'auto' }, text),
          ' ',
          element('small', {}, note),
        ),
      ),
    )
    list.hidden = suggestions.length === 0
    input.setAttribute('aria-expanded', String(isOpen()))
    activate(-1)
    spoken.textContent =
      suggestions.length === 1 ? '1 suggestion' : `${suggestions.length || 'No'} suggestions`
  }

  async function ask() {
    asking?.abort()
    const own = (asking = new AbortController())
    const signal = AbortSignal.any([own.signal, AbortSignal.timeout(longestWait)])
    const typed = new URLSearchParams(new FormData(input.form))
    const answer = await fetch(`/suggest.json?${typed}`, { signal })
    if (!answer.ok) return
    const { suggestions } = await answer.json()
    if (!own.signal.aborted && document.activeElement === input) open(suggestions)
  }

  const go = (option) => window.location.assign(option.dataset.href)

  input.addEventListener('input', () => {
    clearTimeout(waiting)
    asking?.abort()
    if (input.value.trim().length < 2) {
      close()
      return
    }
    waiting = setTimeout(() => {
      // Whoever types can do without suggestions.
      ask().catch(() => undefined)
    }, pause)
  })

  const step = (by) => {
    const places = list.children.length + 1
    activate(((active + 1 + by + places) % places) - 1)
  }
  const keys = {
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    Escape: close,
    Enter: () => go(list.children[active]),
  }
  input.addEventListener('keydown', (event) => {
    const action = event.isComposing || !isOpen() ? undefined : keys[event.key]
    if (!action || (event.key === 'Enter' && active < 0)) return
    // Escape would otherwise empty the box.
    event.preventDefault()
    event.stopPropagation()
    action()
  })

  input.form.addEventListener('submit', close)
  input.addEventListener('blur', close)
  // The box keeps the focus, so that the list is still there when the click comes.
  list.addEventListener('mousedown', (event) => event.preventDefault())
  list.addEventListener('click', ({ target }) => {
    const option = target.closest('[role="option"]')
    if (option) go(option)
  })
}

if (box) suggestInto(box)
