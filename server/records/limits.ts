/** The longest name, search, notes and tag of a saved query, in UTF-16 units. */
export const longestName = 100
export const longestSearch = 8_000
export const longestNotes = 20_000
export const longestTag = 40
export const mostTags = 20

/** Saved queries that one reader can have. */
export const mostSaved = 500

/** A record of more articles keeps their number and the hash of their ids only. */
export const mostEntries = 100_000
