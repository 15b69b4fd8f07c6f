/** What `npm run evaluate:pages -- --help` says: the options, and what each figure is. */
export const usage = `npm run evaluate:pages -- [FOLDER] [options]

Reads the pages of a folder as the indexer does (decode, find the article, clean, date) and compares them with what they should give.
A folder that does not exist is skipped, and this says so.

  FOLDER            Pages (.html, .htm, each also with .gz). Default: ../shared/data/html.
  --gold FILE       JSON lines {file, title, published, authors, text}. Default: FOLDER/gold.jsonl. What a line leaves out does not count.
  --part N          Only each second page, from the first (1) or second (2) in the order of their names: tune on one, believe the other.
  --worst N         Lists the N pages with the lowest F1, and all faults of titles and dates. Default: 10.
  --differences T   Prints, for pages whose names contain T, the lines that are missing (-) and the ones too many (+).
  --help            Shows this.

F1                  Of words as a multiset, lower-cased: a word is a run of letters, marks and digits; each Chinese, Japanese or Korean
                    character is one. The harmonic mean of precision (of the words found, how many belong there) and recall.
as read             The same before cleaning.
title               Equal to the letter; "but for spaces and quotes": white space joined and trimmed, typographic quotes and dashes as plain.
date                The day is the same; where the gold has a time, the day as it is written there.
authors             F1 of names as a set, but for case and spaces. Pages whose gold names none are left out.
pages/s             On one core, by what the processor worked, all pages once more after a first pass.

Exit code: 0 when figures were printed or the folder was skipped, 1 when something failed, 2 for a wrong command line or file.
`
