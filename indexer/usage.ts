import { settingsHelp } from '../engine/settings.ts'
import { kindsHelp } from './read/kinds-help.ts'
import { sourceKinds } from './read/source-kinds.ts'
import { upkeepHelp } from './upkeep/upkeep-help.ts'
import { watchHelp } from './watch/watch-help.ts'

/** What --help prints. */
export function usage(): string {
  return `Adds articles to the archive and brings the search index up to date. Works while the site is running.

Usage
  npm run index -- PATH...          Index files and folders, folders with all they contain, and what
                                    a pattern matches ('news/**/*.html', in quotation marks).
                                    - reads JSON lines, or as --format says, from standard input.
  npm run index -- load-sample      Load the sample archive, as a first start does.
  npm run index -- remove-sample    Remove the articles of the sample archive.
  npm run index -- set-aside        List what could not be taken, with the reasons.
  npm run index -- retry            Read that again, and nothing else, and say what becomes of each.
  npm run index -- rebuild          Build the search index anew from the archive, beside the one in
                                    use, which answers until the new one is complete. Interrupted,
                                    it changes nothing, and the same command goes on.
  npm run index -- corrections      List what readers have corrected, and whether it is in force.
  npm run index -- corrections check
                                    Name the lines of corrections.jsonl that cannot be read.
  npm run index -- corrections apply
                                    Apply what was edited by hand to the articles of the archive.
  npm run index -- corrections export FILE
  npm run index -- corrections import FILE
                                    Copy the corrections to a file; add those of a file that are
                                    not there yet, and apply them.
                                    (For folders of these names write ./rebuild.)

${watchHelp}

${upkeepHelp}

What is read
${kindsHelp()}
  All but .wacz also compressed: page.html.gz, dump.jsonl.zst. JSON is read in UTF-8, anything
  else in whatever charset it is.
  Dates are read as 2016-04-27, 27 April 2016, April 27, 2016, 4/27/16 (month first, but for languages and regions that put
  the day first) and with the month names of other languages. The address, dateline and byline of an article count too.
  Its language is detected; people, places, weapons, cited media and dates are looked for in English text only.
  Hidden files and symbolic links inside folders are passed over. What cannot be read is set
  aside and listed with its reason. Indexing the same files again changes nothing, and
  a changed file replaces its article.

Options
  --remove-sample
      Remove the sample articles first, without asking.
  --keep-sample
      Keep them beside your own, without asking.
  --clock-is-right
      Index although the last run seems to lie in the future, because the clock was wrong then.
  --columns FIELD=COLUMN,...
      Which columns of a .csv or .tsv hold title, text, outlet, published, url, authors, id and
      language, where they do not tell by their names: --columns title=Headline,text=Story
  --format FORMAT
      What comes through standard input: ${sourceKinds.map(({ format }) => format).join(', ')}.
  --help
      Show this.

Settings
${settingsHelp('index')}

Examples
  npm run index -- ~/clippings
  npm run index -- export.jsonl.gz interviews/ statement.html
  npm run index -- --columns text=Story press.csv 'clips/**/*.pdf'
  zcat dump.gz | npm run index -- -
  npm run index -- https://www.example.org/news/feed.xml
  npm run index -- watch ~/clippings --feeds feeds.opml
  npm run index -- rebuild
  npm run index -- backup /mnt/backups/dateline-2026-03-01
  npm run index -- --data-dir /srv/dateline ~/clippings

Exit code: 0 when the run completed, 1 when something failed, a fault was found or a correction cannot be read, 2 for a wrong command line,
130 when it was stopped.`
}
