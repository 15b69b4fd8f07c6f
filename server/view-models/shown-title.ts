/** What an article is called where it is listed or linked: a link without words could not be seen or heard. */
export function shownTitle(title: string): string {
  return title === '' ? 'Untitled' : title
}
