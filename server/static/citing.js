/* A button beside each citation copies it. */
for (const citation of document.querySelectorAll('.citation')) {
  // Only pages over https or of this machine may write to the clipboard.
  if (!navigator.clipboard) break
  const button = Object.assign(document.createElement('button'), { type: 'button' })
  button.className = 'quiet'
  button.textContent = 'Copy'
  button.setAttribute('aria-describedby', citation.closest('div').querySelector('dt').id)
  const said = document.createElement('span')
  said.className = 'unseen'
  said.setAttribute('role', 'status')
  button.addEventListener('click', () => {
    navigator.clipboard.writeText(citation.textContent).then(
      () => {
        button.textContent = 'Copied'
        said.textContent = 'Copied'
      },
      () => {
        said.textContent = 'The browser does not allow copying. Select the text instead.'
      },
    )
  })
  citation.after(button, said)
}
