/** Words of which job titles consist; nobody is called so. */
const titleWords = new Set(
  'staff senior chief special contributing political politics national opinion finance business markets media general assignment investigative justice white house reporter reporters reporting writer writers correspondent editor editor-at-large columnist at of for the and'.split(
    ' ',
  ),
)
/** "Cnn Politics Reporter", "Staff Writer At" */
const jobAtEnd =
  /\b(?:reporter|correspondent|writer|columnist|editor(?:-at-large)?)(?: (?:at|of|for))?$/i
/** What a byline says of a time or of the author: "In July Of", "Based In Vienna", "Author Of". */
const noName =
  /^(?:(?:in|on|since|until) |based in\b|author of\b|follow (?:on|\p{L}+ on)\b|e-?mail (?:the )?(?:writer|author)|view all$|(?:january|february|march|april|june|july|august|september|october|november|december)(?: \d.*| of)?$)/iu

/**
 * The names of a list of authors, without the job titles and the pieces of sentences that sources split off bylines. A title that may
 * stand for somebody ("Gazette staff reporter") stays where there is no name.
 */
export function namesOfAuthors(authors: readonly string[]): readonly string[] {
  const named = authors.filter((author) => !noName.test(author) && !isTitle(author))
  const people = named.filter((author) => !jobAtEnd.test(author))
  return people.length > 0 ? people : named
}

function isTitle(author: string): boolean {
  return author
    .toLowerCase()
    .split(/[\s.]+/)
    .every((word) => word === '' || titleWords.has(word))
}
