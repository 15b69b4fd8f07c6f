import { DatabaseUnusable, faultOf } from '../../engine/archive/open-database.ts'

/** The store's file, or the disk it is on, cannot be used. The message says what to do. */
export class StoreUnusable extends DatabaseUnusable {}

/** The fault behind an error of the store's database, such as a full disk; any other error as it is. Archive and index tell their own. */
export function faultOfStore(error: unknown): unknown {
  if (!isOfDatabase(error)) return error
  const fault = faultOf('What readers keep (user.sqlite)', error)
  return fault instanceof DatabaseUnusable
    ? new StoreUnusable(fault.message, { cause: error })
    : error
}

const isOfDatabase = (error: unknown) =>
  typeof error === 'object' && error !== null && 'errcode' in error
