/* What went wrong with an answer that the page waits for, and a button for what to do about it. The page itself stays as it is. */

const trouble = document.createElement('div')
trouble.className = 'trouble'
trouble.setAttribute('role', 'status')
document.body.append(trouble)

/** Says it in sight and aloud, until something else is said or it is over. */
export function tellTrouble(words, label, act) {
  const text = document.createElement('p')
  text.textContent = words
  const button = Object.assign(document.createElement('button'), { type: 'button' })
  button.textContent = label
  button.addEventListener('click', act)
  trouble.replaceChildren(text, button)
}

export function endTrouble() {
  trouble.replaceChildren()
}
