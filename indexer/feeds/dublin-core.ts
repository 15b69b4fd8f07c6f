/** As much of Dublin Core as feeds use, as feedsmith reads it. */
export interface DublinCore {
  readonly titles?: readonly string[]
  readonly creators?: readonly string[]
  readonly descriptions?: readonly string[]
  readonly publishers?: readonly string[]
  readonly dates?: readonly string[]
  readonly languages?: readonly string[]
}

/** Dublin Core with empty lists for what an element does not have. */
export function dublinCore(given: DublinCore | undefined): Required<DublinCore> {
  return { ...none, ...given }
}

const none = {
  titles: [],
  creators: [],
  descriptions: [],
  publishers: [],
  dates: [],
  languages: [],
}
