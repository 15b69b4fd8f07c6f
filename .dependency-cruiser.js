/** The import rules of ARCHITECTURE.md, held by `npm run imports`. */
export default {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'article-imports-nothing',
      severity: 'error',
      from: { path: '^engine/article\\.ts$' },
      to: { path: '.' },
    },
    {
      name: 'archive-imports-only-the-article',
      comment:
        'Files of the archive may import each other, article.ts, packages, and the folding of letters: a name and a word of a text must fold to the same letters.',
      severity: 'error',
      from: { path: '^engine/archive/' },
      to: {
        path: '^(engine|indexer|server)/',
        pathNot: '^engine/(archive/|article\\.ts$|text/fold\\.ts$)',
      },
    },
    {
      name: 'only-open-engine-knows-the-engines',
      severity: 'error',
      from: {
        path: '^(engine|indexer|server)/',
        pathNot: '^engine/(open-engine\\.ts|embedded/|meilisearch/)',
      },
      to: { path: '^engine/(embedded|meilisearch)/' },
    },
    {
      name: 'engines-do-not-know-each-other',
      severity: 'error',
      from: { path: '^engine/(embedded|meilisearch)/' },
      to: { path: '^engine/(embedded|meilisearch)/', pathNot: '^engine/$1/' },
    },
    {
      name: 'engine-knows-neither-indexer-nor-server',
      severity: 'error',
      from: { path: '^engine/' },
      to: { path: '^(indexer|server)/' },
    },
    {
      name: 'indexer-does-not-know-the-server',
      severity: 'error',
      from: { path: '^indexer/' },
      to: { path: '^server/' },
    },
    {
      name: 'server-reaches-the-indexer-through-the-pipeline-only',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: '^indexer/', pathNot: '^indexer/pipeline\\.ts$' },
    },
    {
      name: 'product-does-not-import-tests',
      severity: 'error',
      from: { path: '^(engine|indexer|server)/' },
      to: { path: '^(test|bench)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node'] },
  },
}
