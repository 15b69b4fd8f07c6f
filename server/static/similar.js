/* Similar articles are looked for when a reader comes near their place, so that the article itself does not wait for them. */
import { partOf } from './in-place.js'

for (const place of document.querySelectorAll('[data-loads]')) {
  const watch = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return
      watch.disconnect()
      partOf(place.dataset.loads, '.similar').then(
        (part) => place.replaceChildren(...part.childNodes),
        // The link to their page stays.
        () => undefined,
      )
    },
    { rootMargin: '400px' },
  )
  watch.observe(place)
}
