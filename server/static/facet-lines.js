/* Lines of a facet as the server prints them (views/partials/facet-lines.ejs), for values that a script asked for. */

const make = (tag, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(tag), properties)
  element.append(...children)
  return element
}

const signs = { exact: '', 'at least': '≥ ', 'at most': '≤ ' }

/** One value of an answer of /facet/PARAMETER.json, as its facet's own form has it. */
export function lineOf(parameter, { id, name: called, count, as }, bound) {
  const name = id === '[none]' ? 'none' : called
  const box = make('input', { type: 'checkbox', name: parameter, value: id })
  const spelling = as ? [make('small', {}, ` as “${as}”`)] : []
  const said = `${count > 0 ? signs[bound] : ''}${count.toLocaleString('en-GB')}`
  const label = make('label', {}, box, make('bdi', {}, name, ...spelling), make('i', {}, said))
  const exclude = make('button', { name: `-${parameter}`, value: id, title: `Exclude ${name}` })
  return make('li', { className: id === '[none]' ? 'none' : '' }, label, exclude)
}

/** Puts a line below the nearest of its broader values that is listed, at the end; else at the end of a list. */
export function place(line, { broader }, section, list) {
  const above = broader.map((id) => lineWith(section, id)).find((each) => each)
  if (!above) list.append(line)
  else (above.querySelector(':scope > details > ul') ?? foldOf(above)).append(line)
}

function lineWith(section, id) {
  const box = section.querySelector(`li:not([hidden]) > label > input[value="${CSS.escape(id)}"]`)
  return box?.closest('li')
}

function foldOf(line) {
  const list = make('ul')
  const { name, value } = line.querySelector('input')
  const summary = make('summary', { title: `Below ${line.querySelector('bdi').textContent}` })
  line.append(make('details', { open: true, id: `below-${name}-${value}` }, summary, list))
  line.closest('section').classList.add('tree')
  return list
}
