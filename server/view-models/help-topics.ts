/** A part of the help beside the query language. What is typed or pressed stands between back-ticks, a link as `[words](/address)`. */
export interface HelpTopic {
  readonly id: string
  readonly title: string
  readonly paragraphs: readonly string[]
}

/** What the pages offer, in the order in which a reader meets it. */
export const helpTopics: readonly HelpTopic[] = [
  {
    id: 'results',
    title: 'Results',
    paragraphs: [
      'Above the results the page says how it understood the query, and what it could not understand. Where it also searched other spellings, names and members of a family, each of them leads to a search for it alone.',
      '“Fold near-duplicates” lists the articles of one text once: “5 articles → 2 texts → 1 originating agency” says how many there are, how many of them differ, and whose text it seems to be. Whose text it is is inferred from datelines and from who cites whom; opened, it says why. Results are shown comfortable, compact or as titles; a cookie keeps that. An article opened from them leads on to the next.',
    ],
  },
  {
    id: 'suggestions',
    title: 'Suggestions while you type',
    paragraphs: [
      'Below the box appear saved queries, names and words. Arrow keys or a click choose one: a name becomes a filter in place of the words typed, a word is searched for. `Enter` without choosing always searches for what was typed, and `Esc` closes the list. A browser can add this site to its search engines, and then suggests the same.',
    ],
  },
  {
    id: 'filters',
    title: 'Filters',
    paragraphs: [
      'Values of one list are alternatives: any of them may occur. Where a list offers “all”, an article must have every chosen value. Different lists narrow each other down, and a value also stands for the narrower ones below it. A count says how many articles a click would leave or bring. The minus beside a value leaves its articles out; “none” is the value of articles without any.',
      '“Published by” is the outlet that an article appeared in, “Cites” an agency or outlet that it names as its source: five papers that cite one agency tell one story, not five.',
    ],
  },
  {
    id: 'timeline',
    title: 'Timeline',
    paragraphs: [
      'Articles by year; within some years by month, and by day. A bar or its label sets the period; with script, several bars can be drawn over or chosen by keyboard. The dates are those of publication. Articles without one are in no bar.',
    ],
  },
  {
    id: 'articles',
    title: 'Articles and corrections',
    paragraphs: [
      'The page of an article shows its text as it was cleaned, with people, places and weapons marked, says why it is found under each value, what was taken out, and which articles are near-duplicates or similar to it. The original and its SHA-256 are a click away, and so are citations.',
      'What is wrong under “Evidence” can be corrected beside it, in that article or in all: that somebody is no person, is the same as another, is called otherwise, or that a spelling stands for somebody else. What is missing can be added. Every correction can be [taken back](/corrections), and holds for articles still to come. Where people log in, admins correct.',
    ],
  },
  {
    id: 'entities',
    title: 'Pages of people, places, weapons and media',
    paragraphs: [
      '“About” beside a value leads to its page: how articles write it, how often they name it over time, what it appears with, who reports on it, and the latest articles. [Compare outlets](/compare) sets two to six of them side by side over one query.',
    ],
  },
  {
    id: 'saved',
    title: 'Saved queries and their records',
    paragraphs: [
      'A [saved query](/saved) keeps the words, the filters and the order, with notes and tags. Its record says what was asked when, of which version, and how many articles were found, with a hash of their ids; later it lists what was added, removed or has other facets since. “New” are articles first indexed since you marked it as seen, whatever their date of publication; to look at them marks nothing. What is deleted can be restored.',
      '[What is new](/new) in all saved queries is one page. A saved query can have a feed under a secret address, which can be revoked.',
    ],
  },
  {
    id: 'material',
    title: 'Collections, lists of names, coverage',
    paragraphs: [
      'A [collection](/collections) holds articles that you choose, each with a mark of relevance and a note. [A list of names](/names) or designators is searched in one go, a line each, and answered with a table. [Coverage](/coverage) shows what the archive has of each outlet in each month, and where it has gaps.',
    ],
  },
  {
    id: 'exports',
    title: 'Exports',
    paragraphs: [
      'Everything that a search finds, not only the page shown, can be taken along: as a table (CSV), references (RIS, BibTeX, CSL-JSON), whole articles (JSON lines), a report to read and to print, or an evidence pack: a folder with texts, hashes and the query itself.',
    ],
  },
  {
    id: 'api',
    title: 'For programs',
    paragraphs: [
      'Pages answer as JSON too, under the same address with `.json` behind its path: `/search.json?q=S-300`. What an address cannot mean is answered with an error that says so. [For programs](/api) tells which addresses there are and what they answer.',
    ],
  },
  {
    id: 'keys',
    title: 'Keys',
    paragraphs: [
      '`/` goes to the search box, `j` and `k` to the next and the previous result, `o` or `Enter` opens it, `Esc` goes back to the results, `?` lists the keys. They do nothing while you type. All of it works without keys and without script too.',
    ],
  },
]
