/* A name for a new collection asks for a new one. */
document.addEventListener('input', ({ target: name }) => {
  const choice = name.id === 'collection-name' ? name.form.querySelector('#collection') : null
  if (choice && name.value.trim() !== '') choice.value = 'new'
})
