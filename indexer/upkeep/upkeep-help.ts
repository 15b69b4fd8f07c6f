/** The part of --help about looking after an archive. */
export const upkeepHelp = `Upkeep (each may be interrupted at any moment; run again, it goes on or begins anew)
  npm run index -- stats [--json]   What the archive holds, the last runs, sizes on disk, and how far
                                    the index follows. Changes nothing.
  npm run index -- verify           Read everything, originals and index included, and name each
                                    fault with what to do. Changes nothing.
  npm run index -- export [QUERY] [--to FILE] [--format jsonl|csv] [--newer-than NUMBER] [--yes]
                                    Write all articles, or what a query finds, to FILE (compressed
                                    where it ends in .gz) or to standard output. JSON lines have all
                                    that is known and can be indexed again. --yes replaces FILE.
  npm run index -- remove QUERY [--newer-than NUMBER] [--dry-run] [--yes]
                                    Remove what a query finds, in the language of the search box, in
                                    quotation marks: remove 'outlet:"Daily Pier" before:2010'. Shows
                                    what it means and finds, and asks. Read again, articles come back.
  npm run index -- purge ID... [--with-corrections] [--dry-run] [--yes]
                                    Take articles down for good: originals, older versions, and every
                                    word of theirs in any file of the data folder, which are written
                                    anew (that takes as long as rebuild, and room for a second
                                    archive). Later records of them are set aside. Without an ID, go
                                    on with a purge that was interrupted.
  npm run index -- purge --undo [ID...]
                                    Allow articles to be taken in again; without an ID, list those
                                    that were taken down.
  npm run index -- backup FOLDER    Copy what cannot be built again (archive, saved queries,
                                    corrections, lists of what was set aside) to a new folder.
  npm run index -- backup --verify FOLDER
                                    Check such a folder: every file by its SHA-256, every database.
  npm run index -- restore FOLDER [--replace]
                                    Put a backup in the data folder; stop the site first. --replace
                                    moves what is there to replaced-… inside it. The index is built
                                    anew at the next start or run.
  stats, verify, export and backup work while the site serves and an indexer writes.
  --yes answers the question before anything is destroyed; without a terminal it has to be there.`
