/* What is marked in an article's text changes at once, and is remembered where the server reads it for the next article. */
const form = document.querySelector('form.marking')

form?.addEventListener('change', () => {
  const boxes = [...form.querySelectorAll('input[type="checkbox"]')]
  const text = form.closest('.text')
  for (const { dataset, checked } of boxes)
    text.classList.toggle(`without-${dataset.style}`, !checked)
  // What this article does not have stays as it was.
  const kinds = new FormData(form)
    .getAll(boxes[0].name)
    .filter((kind) => kind !== '')
    .join('.')
  document.cookie = `${form.dataset.remembers}=${kinds}; path=/; max-age=31536000; samesite=lax`
})

form?.querySelector('.apply')?.remove()
