import type { BroaderValue, FacetName } from '../article.ts'
import { ArchiveBoilerplate } from './archive-boilerplate.ts'
import {
  articlesWith,
  broaderOf,
  displayName,
  displayNames,
  findEntities,
  givenByArticles,
  narrowerOf,
  type EntityMatch,
} from './entities.ts'
import {
  idsWithWord,
  namesOf,
  wordsBeside,
  type EntityName,
  type EntityWord,
} from './entity-words.ts'
import { formerIdsOf, spellingsOf, type EntitySpelling } from './entity-record.ts'
import { extractedValues, type ExtractedValues } from './extracted-values.ts'
import { namings, redirectOf } from './given-names.ts'
import { idsNamed } from './ids-named.ts'

/** The part of the archive that knows the names of facet values: which are shown, which are found by what, which stand above others. */
export class ArchiveNames extends ArchiveBoilerplate {
  /** The name that most articles give a value; undefined for an id that none has. */
  displayName(facet: FacetName, id: string): string | undefined {
    return this.read(() => displayName(this.db, facet, id))
  }

  /** The name that most articles give a value, whatever a correction calls it; undefined where none has it. */
  nameByArticles(facet: FacetName, id: string): string | undefined {
    return this.read(() => givenByArticles(this.db, facet, id))
  }

  /** The value that a former one was joined with; undefined for one that was not. */
  redirect(facet: FacetName, id: string): string | undefined {
    return this.read(() => redirectOf(this.db, facet, id))
  }

  /** The values that are no more because they were joined with this one, in alphabetical order. */
  formerIds(facet: FacetName, id: string): string[] {
    return this.read(() => formerIdsOf(this.db, facet, id))
  }

  /** How articles write a value itself, not what stands below it: the most frequent spelling first. */
  spellings(facet: FacetName, id: string): EntitySpelling[] {
    return this.read(() => spellingsOf(this.db, facet, id))
  }

  /** Grows whenever names are given, which changes no article: what was kept of names is out of date then. 0 for never. */
  namings(): number {
    return this.read(() => namings(this.db))
  }

  /** By how many articles each of these values is given, or stands above one that is; values without any are left out. */
  articlesWith(facet: FacetName, ids: readonly string[]): Map<string, number> {
    return this.read(() => articlesWith(this.db, facet, ids))
  }

  /** The values that a name typed by a reader stands for, most frequent first. */
  findEntities(facet: FacetName, name: string, limit: number): EntityMatch[] {
    return this.read(() => findEntities(this.db, facet, name, limit))
  }

  /** `displayName` of many values at once; unknown ids are left out. */
  displayNames(facet: FacetName, ids: readonly string[]): Map<string, string> {
    return this.read(() => displayNames(this.db, facet, ids))
  }

  /** Ids of all values one of whose names or spellings has words that begin with these, in any order; none for a text without words. */
  idsNamed(facet: FacetName, text: string): string[] {
    return this.read(() => idsNamed(this.db, facet, text))
  }

  /** Ids of values one of whose names or spellings has this very word, folded; at most `limit`. */
  idsWithWord(facet: FacetName, word: string, limit: number): string[] {
    return this.read(() => idsWithWord(this.db, facet, word, limit))
  }

  /** Other words in the names of the values that have a word: at most two letters longer or shorter, with one of these initials. */
  wordsBeside(facet: FacetName, word: string, initials: string): EntityWord[] {
    return this.read(() => wordsBeside(this.db, facet, word, initials))
  }

  /** Every name and spelling of these values, the most frequent of each value first. */
  namesOf(facet: FacetName, ids: readonly string[]): EntityName[] {
    return this.read(() => namesOf(this.db, facet, ids))
  }

  /** The values above a value in any article, nearest first: S-300 and surface-to-air missile for S-300PMU-2. */
  broader(facet: FacetName, id: string): BroaderValue[] {
    return this.read(() => broaderOf(this.db, facet, id))
  }

  /** Ids of the values below a value, at any distance, in alphabetical order. */
  narrower(facet: FacetName, id: string): string[] {
    return this.read(() => narrowerOf(this.db, facet, id))
  }

  /** Which values extraction found in which articles: what the names of the whole archive are compared by. */
  extractedValues(): ExtractedValues {
    return this.read(() => extractedValues(this.db))
  }
}
