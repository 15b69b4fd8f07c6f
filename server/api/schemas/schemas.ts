import type { Schema } from '../schema.ts'
import { articleSchemas } from './articles.ts'
import { commonSchemas } from './common.ts'
import { keptSchemas } from './kept.ts'
import { searchSchemas } from './searches.ts'
import { siteSchemas } from './site.ts'
import { tableSchemas } from './tables.ts'

/** What programs are answered, by the names that the document refers to. */
export const schemas: Readonly<Record<string, Schema>> = {
  ...searchSchemas,
  ...articleSchemas,
  ...keptSchemas,
  ...tableSchemas,
  ...siteSchemas,
  ...commonSchemas,
}
