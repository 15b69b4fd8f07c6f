/** What --help prints. */
export function usage(): string {
  return `Extracts the facets of articles: people, places, weapons, outlet and cited media, each with its mentions.

Usage
  npm run -s facets < articles.jsonl > facets.jsonl

What is read
  Standard input: one article a line, a JSON object in UTF-8 with "text" and, if known, "title", "outlet", "url" and "id"
  (text or a number). Other fields are ignored, null is as good as missing, blank lines are passed over.

What is printed
  One line for each article, in the order of the input:

  {"id": …, "outlet": "…",
   "people": [{"name": "…", "surfaces": ["…"], "mentions": [{"field": "title" or "text", "start": 0, "end": 5}]}],
   "places": […], "weapons": […], "cites": […]}

  id         As given; the number of the line, from 1, where the article has none.
  outlet     The publisher's name, "" when unknown.
  name       One name for one entity; the most mentioned value comes first.
  surfaces   How title and text write it, each form once.
  mentions   Where: from start up to end, counted in UTF-16 units in title and text as they stand on the line. Nothing is cleaned.

  Facets are extracted from English text only: of an article in another language no more than the outlet is printed.
  A line depends on its article and the lists of names alone, so neither other lines nor corrections made on the site
  change it. Articles are not stored.
  A line that is no article (not JSON, no text, a field of a wrong type, over 16 MB) is told on standard error
  as "line NUMBER: what is wrong"; the others are printed.

Options
  --threads N
      How many threads extract. Default: one for each core.
  --help
      Show this.

Exit code: 0 when every line was an article, or when who reads the result wants no more of it; 1 when a line was bad or
something failed; 2 for a wrong command line.`
}
