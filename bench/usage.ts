/** What `npm run bench -- --help` says: the options, and what each figure of the tables is. */
export const usage = `npm run bench -- [options]
npm run bench -- facets [--articles N] [--from FILE]
npm run bench -- families FOLDER
npm run bench -- readers [--articles N] [--from FILE] [--minutes N] [--distinct] [--keep FOLDER] [--reuse FOLDER]
npm run bench -- run [--articles N] [--from FILE] [--repeat N]

The first one makes an archive of articles in a folder of its own, indexes it, asks 200 queries (bench/queries.tsv) and prints what that took.

  --articles N      How many articles. Default: 2000, with --compare 20000. The first 6,000 are taken from the source, the rest are
                    copies with changes: other order, sentences dropped and taken from others, new rare words, other days and outlets.
  --from FILE       Where the articles come from: JSON lines, plain or .gz. Default: the sample archive with changes.
  --rounds N        How often each query is measured, after one round to warm up. Default: 3.
  --keep FOLDER     Leaves archive and index in this folder.
  --reuse FOLDER    Measures what --keep left there, instead of making it. An index of another version is written anew first.
  --compare         Also measures MiniSearch and Orama over the same articles.

Nothing is cached between queries, and no query comes twice in a round. Times are in milliseconds; p50 is the median, p95 the time
that 95 of 100 stay below. On a machine that is busy with something else times are longer: ratios and what the processor worked say
more there, and below the ratios stands the share of a core that their thread got.

writing
  indexer           npm run index over the source's articles (6,000 at most), facets and index included.
  archive.commit    Storing the articles whose facets are known.
  engine.sync       Following the archive: analysis and index, one process. This is "writing incl. analysis".
full page
  matches %         The median share of the articles that a query of this kind matches.
  engine            SearchEngine.search for the site's request: ids, five facets, timeline, the best 20 and their passages.
  CPU               What the processor worked for the same search, averaged over the rounds: about what it takes on a core of its own.
  HTTP              The same page asked of a running site, until its last byte.
ids, counts, ranks  The best of the rounds, in one thread.
  engine            The same search without the text of the hits.
  bare FTS5         The same MATCH: select rowid from tokens where tokens match ? order by +rank limit 20. For filtered queries it is
                    the MATCH without the filters.
  ratio             The first divided by the second, for each query whose bare time is over 5 ms.
two words over HTTP Queries of two words asked one after the other, alone and beside nine clients that ask broad ones without a pause.
the site            Memory of the site's process: resident as ps counts it, and the part that is no file's (Linux).
from start to healthy
                    From starting the process to a good answer of /health, over three starts.
page (--compare)    Dateline: the full page as above. MiniSearch and Orama: how many match, five facet counts, the best 20, without
                    passages. A dash where a library cannot be asked such a query. Orama finds beginnings of words, MiniSearch and
                    Orama know no inflections: their matches differ.
index (--compare)   Memory of a process that has the index and has answered the queries.

The second one extracts the facets of articles: 1,500 by default, from the sample archive with changes unless --from says where from.

one thread          Dateline's extraction and compromise, each in a process of its own for eight seconds at most, after a quarter of that to
                    warm up. Rates are those of a core of its own: characters by what the processor worked, told as articles of 5,600
                    characters. Load is from the beginning of the import to lists and tagger being ready.
npm run facets      The command from start to end, by the clock: reading, extraction, writing. Its memory is that of all threads.

The third one indexes articles, 6,000 by default, with the command that indexes: reading, cleaning, facets, families, archive and embedded index.

  --repeat N        How many times the articles come. Copies have other ids and addresses, and four of ten of the longer words without
                    a capital are invented ones, so that a copy is an article of its own. Default: 1.

npm run index       From the start of the command to its end, by the clock. Memory is resident: that of the indexer with its threads, and
                    that of the processes it starts, together.
memory              The same at ten moments of the run.
one thread          Where the time goes: what the processor works in each step for an article, over 2,000 articles at most in one thread
                    without processes. Other is most of all the collection of waste.

The one of readers drives the site with twenty readers (autocannon) that ask for the next page as soon as they have one, over 100,000
articles by default and for ten minutes (--minutes): 70 of 100 pages are of two words, 20 filtered, 10 broad. They share the cores with it.

  --distinct        Every query is a new one: pairs of the list's words, and its filters with other words. Without it readers repeat the
                    90 queries of these kinds, whose answers the engine keeps.

CPU of a page       What the processor worked for the site, by page, and for searches of the same kind, repeated or new, asked of the engine alone.

The one of families looks for near-duplicates among the texts of a folder: JSON lines of id and text (plain or .gz), and beside them a .txt file with
a pair a|b in each line. Every two articles of a family are a pair that was found.

signature ms        Making the signature of one article. articles/s: that, the search for its near-duplicates and storing it, by what the
                    processor worked.
`
