import { record } from '../archive/test-archive.ts'

const cities = ['Kyiv', 'Tehran', 'Damascus', 'Ankara']
const verbs = ['delivered', 'ordered', 'refused', 'paraded', 'tested']

/** 1,200 articles, which differ in city, verb and number, in batches as an indexer commits them. */
export const batches = Array.from({ length: 24 }, (_, batch) =>
  Array.from({ length: 50 }, (_, i) => {
    const number = batch * 50 + i
    const [city = '', verb = ''] = [cities[number % 4], verbs[number % 5]]
    return record({
      given: { source: 'test', id: String(number) },
      title: `Item ${number}`,
      text: `${city} ${verb} missile number${number}. `.repeat(1 + (number % 7)),
      facets: {
        people: [],
        places: [
          { id: city.toLowerCase(), name: city, rule: 'made up', broader: [], evidence: [] },
        ],
        weapons: [],
        outlet: [],
        cites: [],
      },
    })
  }),
)
