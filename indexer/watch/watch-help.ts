/** The part of --help about the web and about watching. */
export const watchHelp = `From the web
  npm run index -- URL...           Index a feed (RSS, Atom, JSON Feed), or the article of a page.
                                    An entry without the whole text is read from the page that it
                                    links to. Run again, it reads only what is new or changed.
  npm run index -- watch FOLDER|URL...
                                    Keep taking in what is new, until Ctrl-C: files once they have
                                    not changed for two seconds, feeds every five minutes. Others may
                                    write meanwhile. Where something is in the way (the network, the
                                    search engine, a full disk) it says so, waits and goes on.
  Servers are asked one thing at a time, once a second or as seldom as their robots.txt wants;
  what that does not allow, and any document over 16 MB, is not fetched.

  --pages missing|all|none
      Which pages that entries link to are fetched: those of entries without the whole text (the
      default), all, or none. Where one cannot be had, the feed's summary is indexed.
  --every SECONDS
      How often watch visits a feed: 300 by default, 10 at least. A feed that fails is visited less and less often.
  --feeds FILE
      Feeds to watch: one address a line, or OPML as feed readers export it. It may be edited
      meanwhile.`
