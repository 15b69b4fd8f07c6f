import type { Archive } from '../archive/archive.ts'
import { DatabaseUnusable } from '../archive/open-database.ts'
import { EngineUnavailable } from '../search-engine.ts'
import type { Vocabulary } from '../vocabulary/vocabulary.ts'
import { WordFile } from '../vocabulary/word-file.ts'

/**
 * The words of the archive, in a file of the data folder that is opened when first needed: Meilisearch cannot list those it knows.
 * Throws EngineUnavailable where the file cannot be used.
 */
export class KnownWords {
  readonly vocabulary: Vocabulary
  readonly #archive: Archive
  #file: WordFile | undefined

  constructor(archive: Archive) {
    this.#archive = archive
    this.vocabulary = {
      formsFrom: (prefix, limit) => this.#read((words) => words.formsFrom(prefix, limit)),
      letterForms: () => this.#read((words) => words.letterForms()),
    }
  }

  /** Adds the words of all articles that changed. */
  async follow(): Promise<void> {
    try {
      await this.#opened().follow(this.#archive)
    } catch (error) {
      throw fault(error)
    }
  }

  close(): void {
    this.#file?.close()
    this.#file = undefined
  }

  #read<T>(read: (vocabulary: Vocabulary) => T): T {
    try {
      return read(this.#opened().vocabulary)
    } catch (error) {
      throw fault(error)
    }
  }

  #opened(): WordFile {
    this.#file ??= new WordFile(this.#archive.dataDir)
    return this.#file
  }
}

function fault(error: unknown): unknown {
  return error instanceof DatabaseUnusable
    ? new EngineUnavailable(`The list of words cannot be used: ${error.message}`, { cause: error })
    : error
}
