/* A name for a new collection asks for a new one. */
for (const name of document.querySelectorAll('#collection-name')) {
  name.addEventListener('input', () => {
    const choice = name.form.querySelector('#collection')
    if (choice && name.value.trim() !== '') choice.value = 'new'
  })
}
