/** A rule of the extraction, and what it says to a researcher; `$1` is what stands in the brackets of its pattern. */
type Wording = readonly [pattern: RegExp, sentence: string]

/** Every rule that a value may be there by, but for what the lists alone decide; `explainRule` tells those. */
const wordings: readonly Wording[] = [
  [/^metadata$/, 'named by the source of the article'],
  [/^web address$/, 'by the web address of the article'],
  [/^names itself$/, 'the text calls itself so'],

  [/^tagger: (person|place), (.*)$/, 'found by the trained tagger, which takes it for a $1 ($2)'],
  [/^(.*); tagger: (person|place), (.*)$/, '$1; the trained tagger takes it for a $2, too ($3)'],

  [/^list of people, by this name alone$/, 'a listed person who is known by this name alone'],
  [/^list of people, spelt otherwise$/, 'a listed person whose name is spelled otherwise here'],
  [/^title before the name$/, 'a title or an office stands before the name'],
  [/^described after the name$/, 'the text says behind the name who it is'],
  [/^first name known$/, 'begins with a known first name'],
  [/^surname before the first name$/, 'a known surname before a first name'],
  [/^title or noun beside the surname$/, 'a surname with a title or an office beside it'],
  [
    /^surname of a full name in the article$/,
    'the surname of somebody whom the article names in full',
  ],
  [
    /^given name of a full name in the article$/,
    'the first name of somebody whom the article names in full',
  ],
  [
    /^full name elsewhere in the article$/,
    'another sentence of the article shows that it is a person',
  ],
  [
    /^surname repeated with a title or a verb$/,
    'the article repeats the surname as that of a person',
  ],
  [/^first name of a couple$/, 'a first name before that of a relative, whose surname both have'],

  [
    /^(.*), located elsewhere in the article$/,
    '$1; the article shows elsewhere that it is a place',
  ],
  [/^(.*), its region after it$/, '$1; its region or country stands after it'],
  [/^(.*), a town before it$/, '$1; a town in it stands before it'],
  [/^(.*), what it is behind it$/, '$1; the text says behind it what it is'],
  [/^(.*), a party before it$/, '$1; the party of a politician stands before it'],
  [/^(.*), among others$/, '$1; other places stand on both sides'],
  [/^(.*), (".*") (before|after) it$/, '$1; $2 stands $3 it'],
  [/^(".*") (before|in) the name(.*)$/, '$1 stands $2 the name$3'],
  [/^its region after the name(.*)$/, 'its region or country stands after the name$1'],

  [/^designator beside (".*")$/, 'looks like a designator, beside the word $1'],
  [/^designator confirmed elsewhere in the article$/, 'a designator that the article gives before'],
  [/^variant of (.*)$/, 'a variant of $1, by its designator'],
  [/^weapon name beside (".*")$/, 'a listed weapon, beside the word $1'],
  [
    /^weapon name confirmed by the article$/,
    'a listed weapon; the article shows elsewhere that it is meant',
  ],
  [/^ship prefix$/, 'a prefix of ships stands before the name'],
  [/^ship prefix before$/, 'a ship whose prefix the article gives elsewhere'],
  [/^after (".*")$/, 'the name of a ship, after $1'],
  [/^class of ships$/, 'a class of ships'],
  [/^ship named before$/, 'the name of a ship that the article gives before'],

  [/^source cue (".*") behind (".*")$/, 'named as a source: $1 behind $2'],
  [/^source cue (".*")$/, 'named as a source: $1'],
  [/^its journalist (".*")$/, 'one of its journalists is named as a source: $1'],
  [/^reference in brackets$/, 'given in brackets as the source'],
  [/^reference with its date$/, 'given as the source, with a date'],
  [/^reference before a quotation$/, 'given as the source, before a quotation'],
  [/^reference under a quotation$/, 'given as the source, under a quotation'],

  [/^reference (.*)$/, 'given as the source, $1'],

  [/^joined by a correction$/, 'put here by a correction'],
  [/^set apart by a correction$/, 'set apart by a correction'],
  [/^added by a correction$/, 'the words that a correction names'],
]

/** What a rule says to a researcher, with curly quotes; the rule itself where nobody has written that. */
export function ruleInWords(rule: string): string {
  const wording = wordings.find(([pattern]) => pattern.test(rule))
  return withCurlyQuotes(wording ? rule.replace(...wording) : rule)
}

function withCurlyQuotes(text: string): string {
  return text.replace(/"([^"]*)"/g, '“$1”')
}
