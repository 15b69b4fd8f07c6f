import type { DatabaseSync } from 'node:sqlite'

/**
 * Adds to the articles of an archive of version 3 what version 4 knows about them besides, inside the caller's transaction: they have a
 * date of unknown source and nothing cleaned away until they are read again.
 */
export function completeVersion3(db: DatabaseSync): void {
  db.exec(`
    alter table article add column dateline text not null default '';
    alter table article add column dating text not null default 'unknown guessed';
    alter table article add column title_from text not null default 'source';
    alter table article add column removed blob;
    update article set dating = 'metadata likely' where published <> '';
  `)
}
