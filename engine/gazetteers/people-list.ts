/** The list of public figures, in the folder of the gazetteers. */
export const peopleFile = 'people.tsv'

/** Its columns, in order. `role` says in a few words who this is; it tells bearers of one name apart. */
export const peopleColumns = ['id', 'name', 'variants', 'alone', 'phrases', 'role']
