/** What `npm run evaluate -- --help` says. */
export const usage = `npm run evaluate -- [options]

Extracts the facets of labelled articles and says how many of them are right, beside compromise over the same articles.

  --gold FILE       Labels, JSON lines. May be given several times. Default: all gold-dev*.jsonl in ../shared/data.
  --articles FILE   The articles of that file of labels. Default: NAME-articles.jsonl beside NAME.jsonl.
  --facets LIST     Only these, separated by commas: people, places, weapons, cites. Default: all four.
  --errors N        Lists the first N faults of each facet: false (a value that is not labelled), split (a second value for one label),
                    misnamed (right, but another name) and missed (a label without a value).
  --folds N         Also shows F1 and named in N parts of the articles, dealt by their ids, their mean and their spread, to tune by:
                    what gains in the mean but loses in a part is chance.
  --alone           Leaves compromise out, which takes most of the time.
  --help            Shows this.

precision           Of the values found, how many are labelled. A value is right when its name or a surface equals the label's name or a
                    surface, but for case, accents, possessives, a plural s and a leading "the". Borderline labels count neither way.
recall              Of the labels, how many were found.
F1                  The harmonic mean of both.
named               Of the values that are right, how many bear the label's name.
95 %                Between which figures 950 of 1,000 samples lie, each drawn from these articles with repetition (bootstrap).
cites               Labels of media count that the text names as its source; others are borderline.
on one core         Of these articles, after a first pass, for two seconds at most; by what the processor worked. Ratio: to the last row.

Exit code: 0 when figures were printed, 1 when something failed, 2 for a wrong command line or where there are no labelled articles.
`
