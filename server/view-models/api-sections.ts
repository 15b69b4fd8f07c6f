/** A part of the page for programs. */
export interface ApiSection {
  readonly id: string
  readonly title: string
  readonly paragraphs: readonly string[]
}

/** What holds for every address, in the order in which a program meets it. */
export const apiSections: readonly ApiSection[] = [
  {
    id: 'versions',
    title: 'Versions',
    paragraphs: [
      'Every page that shows something answers as JSON under its own path, with .json behind it or the version in front: /search.json and /api/v1/search are the same. The addresses without a version follow the site; those of version 1 keep their members and what they mean. New members may come at any time, so leave out those that you do not know.',
    ],
  },
  {
    id: 'answers',
    title: 'What answers have in common',
    paragraphs: [
      'Texts are plain text, never HTML. What is unknown is empty or null, never missing. Moments are ISO 8601 in UTC; a date of publication may be a day, a month, a year, or empty. Ranges such as matches and evidence are UTF-16 units with their end left out, as JavaScript slices strings.',
      'An id stands for the same article or value for good; what was joined with another one leads there. A facet goes by its parameter: person, place, weapon, outlet, cites.',
    ],
  },
  {
    id: 'counts',
    title: 'What counts mean',
    paragraphs: [
      'A total counts articles. It is the truth where exact is true; else capability says that it is “at least” or “at most” so many, and why. The count of a value says how many articles choosing it would leave: values of one facet ignore each other, unless all of them are asked for.',
      'Lists that belong to a search are cut into parts (part, parts, partSize), others into pages (page, pages, pageSize). Pages of a search end after 10,000 results; the files below have everything.',
    ],
  },
  {
    id: 'errors',
    title: 'Errors',
    paragraphs: [
      'Errors are problems as RFC 9457 has them (application/problem+json): title, status, and in detail what is wrong and what to do. 400: something in the address cannot be read, and problems lists each such parameter. 401: log in. 403: only an admin may. 404: there is no such thing. 429: wait as long as Retry-After says. 503: the engine or the archive does not answer, or too many exports are under way.',
    ],
  },
  {
    id: 'login',
    title: 'Logging in, and changing things',
    paragraphs: [
      'A site without accounts answers on its own machine without a login. Where there are accounts, there are no keys for programs: a program logs in as a reader does, by the form, and sends the cookie from then on. Without it, everything but health, feeds and the OpenSearch description is answered with 401.',
      'Saving, collecting, marking as seen and correcting are done on the pages. Their forms carry a token against forged requests, and no address for programs changes anything.',
    ],
  },
]

/** Commands that can be tried at once. */
export function shellOf(home: string, base: string): { what: string; typed: string }[] {
  return [
    {
      what: 'The newest articles of 2016 about a word, without one outlet',
      typed: `curl -G ${home}${base}/search -d q=missile -d during=2016 \\\n  -d sort=newest --data-urlencode '-outlet=Some Outlet'`,
    },
    {
      what: 'Every article that a search finds, a line each',
      typed: `curl -G ${home}/search.jsonl -d q=missile -o articles.jsonl`,
    },
    {
      what: 'Who is named most in them, from A to Z',
      typed: `curl -G ${home}${base}/facet/person -d q=missile -d order=name`,
    },
    {
      what: 'Log in where there are accounts, then ask',
      typed: [
        `token=$(curl -s -c jar ${home}/login | sed -n 's/.*name="_csrf" value="\\([^"]*\\)".*/\\1/p')`,
        `curl -s -o /dev/null -b jar -c jar ${home}/login --data-urlencode _csrf="$token" \\`,
        `  --data-urlencode name=NAME --data-urlencode password=PASSWORD`,
        `curl -b jar ${home}${base}/saved`,
      ].join('\n'),
    },
  ]
}
