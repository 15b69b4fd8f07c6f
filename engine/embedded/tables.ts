import { listsVersion } from '../text/analyse.ts'
import { wordTables } from '../vocabulary/word-table.ts'
import { tokenizer } from './tokenizer.ts'

/** Raised with every change to the tables or to what they hold; an index of another version is built anew. */
export const formatVersion = 5

/** Writes the tables of an empty index. `state.lists` is the version of the lists that its terms were made with. */
export const indexTables = `
  create virtual table tokens using fts5(
    title, text, facets, content='', contentless_delete=1, detail=full, tokenize=${tokenizer}
  );
  create virtual table spellings using fts5(
    marks, content='', contentless_delete=1, detail=none, tokenize=${tokenizer}
  );
  insert into tokens(tokens, rank) values('rank', 'bm25(4.0, 1.0, 0.0)');
  create table value(number integer primary key, facet text not null, id text not null, unique(facet, id));
  create table family(number integer primary key, signature text not null unique);
  create table facet_block(number integer primary key, rows blob not null);
  create table state(
    one integer primary key check(one = 1),
    applied integer not null, mark integer not null, articles integer not null, lists text not null
  );
  insert into state values(1, 0, 0, 0, '${listsVersion}');
  ${wordTables}
`
