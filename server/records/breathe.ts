/** What is read at once before others have their turn. */
const atOnce = 20

/** Lets other requests have their turn. */
export const breathe = (): Promise<void> =>
  new Promise((resume) => {
    setImmediate(resume)
  })

/** Maps a long list part by part, so that a site that does so goes on answering others. */
export async function mapInParts<T, R>(
  list: readonly T[],
  map: (part: readonly T[]) => readonly R[],
  size = atOnce,
): Promise<R[]> {
  const mapped: R[] = []
  for (let start = 0; start < list.length; start += size) {
    for (const each of map(list.slice(start, start + size))) mapped.push(each)
    await breathe()
  }
  return mapped
}
