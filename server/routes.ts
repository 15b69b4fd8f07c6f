import type { Express } from 'express'
import { bibtexFile, citeArticle, cslFile, risFile } from './citations/cite-article.ts'
import { apiDocument, apiPage } from './pages/api.ts'
import { accountJson, accountPage, changePassword, logOutEverywhere } from './pages/account.ts'
import { auditJson, auditPage } from './pages/audit.ts'
import { loginPage, logIn, logOut } from './pages/login.ts'
import { askRemoval, removeArticle } from './pages/remove-article.ts'
import { exportCollection } from './export/export-collection.ts'
import { exportSearch } from './export/export-search.ts'
import { exportFormats } from './export/formats.ts'
import { articleJson } from './pages/article-json.ts'
import { articlePage } from './pages/article.ts'
import { similarJson, similarPage } from './pages/similar.ts'
import { correctFormAgain, correctFormPage } from './pages/correct-form.ts'
import { evidencePage } from './pages/evidence.ts'
import { comparePage, comparePageJson } from './pages/compare.ts'
import { entityPage, entityPageJson } from './pages/entity.ts'
import { differencesPage } from './pages/differences.ts'
import { originalFile } from './pages/original.ts'
import { helpPage } from './pages/help.ts'
import { collect } from './pages/collect.ts'
import { coveragePages } from './pages/coverage.ts'
import { namesPages } from './pages/names.ts'
import {
  addCollection,
  collectionsAsJson,
  collectionsPage,
  deleteCollection,
  editCollection,
  restoreCollection,
} from './pages/collections.ts'
import {
  collectionAsJson,
  collectionPage,
  markArticle,
  noteOnArticle,
  removeCollected,
  undoCollected,
} from './pages/collection.ts'
import {
  annotateSaved,
  deleteSaved,
  duplicateQuery,
  markSeen,
  renameSaved,
  restoreSaved,
  runSaved,
  saveQuery,
  shareSaved,
  updateQuery,
} from './pages/change-saved.ts'
import { exportAllSaved, exportSaved, importSaved } from './pages/exchange-saved.ts'
import { savedQueryAsJson, savedQueryPage } from './pages/saved-query.ts'
import { savedAsJson, savedPage } from './pages/saved.ts'
import { loadSamplePage, removeSamplePage } from './pages/sample.ts'
import { searchFeed } from './pages/search-feed.ts'
import { searchJson } from './pages/search-json.ts'
import { openSearchDescription } from './pages/opensearch.ts'
import { searchPage } from './pages/search.ts'
import { suggestJson } from './pages/suggest.ts'
import { digestAsJson, digestPage, markAllSeen } from './pages/digest.ts'
import { queryFeed, renewFeed, revokeFeed } from './pages/query-feed.ts'
import { correctPage, undoPage } from './pages/correct.ts'
import { correctionsPage, exportCorrections } from './pages/corrections.ts'
import { importCorrections } from './pages/import-corrections.ts'
import { facetJson, facetPage } from './pages/facet.ts'
import type { Site } from './site.ts'

/**
 * The route table: every address of the site, and who answers it. Who may use which stands in `accounts/permissions.ts`. Within a group the
 * first route that fits answers, so an ending stands before the address without one.
 */
export function addRoutes(app: Express, site: Site): void {
  addSearching(app, site)
  addArticles(app, site)
  addEntities(app, site)
  addSaved(app, site)
  addMaterial(app, site)
  addCorrections(app, site)
  addAccounts(app, site)
}

/** Searching, and what helps with it. */
function addSearching(app: Express, site: Site): void {
  app.get('/', (_request, response) => {
    response.redirect('/search')
  })
  app.get('/search', searchPage(site))
  app.get('/search.json', searchJson(site))
  app.get('/search.atom', searchFeed(site))
  app.get('/suggest.json', suggestJson(site))
  app.get('/opensearch.xml', openSearchDescription)
  for (const format of exportFormats)
    app.get(`/search.${format.ending}`, exportSearch(site, format))
  app.get('/help', helpPage)
  app.get('/api', apiPage)
  app.get('/api/openapi.json', apiDocument)
}

/** An article: read, compared, cited. */
function addArticles(app: Express, site: Site): void {
  app.get('/article/:id.ris', citeArticle(site, risFile))
  app.get('/article/:id.bib', citeArticle(site, bibtexFile))
  app.get('/article/:id.csl.json', citeArticle(site, cslFile))
  app.get('/article/:id/similar.json', similarJson(site))
  app.get('/article/:id/similar', similarPage(site))
  app.get('/article/:id.json', articleJson(site))
  app.get('/article/:id', articlePage(site))
  app.get('/article/:id/differences/:other', differencesPage(site))
  app.get('/article/:id/evidence', evidencePage(site))
  app.get('/article/:id/original', originalFile(site))
}

/** Values of facets, the pages of what they stand for, outlets side by side. */
function addEntities(app: Express, site: Site): void {
  app.get('/facet/:facet.json', facetJson(site))
  app.get('/facet/:facet', facetPage(site))
  app.get('/compare', comparePage(site))
  app.get('/compare.json', comparePageJson(site))
  app.get('/entity/:facet/:id.json', entityPageJson(site))
  app.get('/entity/:facet/:id', entityPage(site))
}

/** Saved queries, what is new for them, and their feeds. */
function addSaved(app: Express, site: Site): void {
  app.get('/saved', savedPage(site))
  app.get('/saved.json', savedAsJson(site))
  app.get('/saved/export.json', exportAllSaved(site))
  app.get('/saved/:id.json', savedQueryAsJson(site))
  app.get('/saved/:id', savedQueryPage(site))
  app.get('/saved/:id/export.json', exportSaved(site))
  app.post('/saved', saveQuery(site))
  app.post('/saved/import', importSaved(site))
  app.post('/saved/:id/seen', markSeen(site))
  app.post('/saved/:id/update', updateQuery(site))
  app.post('/saved/:id/rename', renameSaved(site))
  app.post('/saved/:id/notes', annotateSaved(site))
  app.post('/saved/:id/share', shareSaved(site))
  app.post('/saved/:id/duplicate', duplicateQuery(site))
  app.post('/saved/:id/delete', deleteSaved(site))
  app.post('/saved/:id/restore', restoreSaved(site))
  app.post('/saved/:id/run', runSaved(site))
  app.get('/new', digestPage(site))
  app.get('/new.json', digestAsJson(site))
  app.post('/new/seen', markAllSeen(site))
  app.get('/feed/:token.atom', queryFeed(site))
  app.post('/saved/:id/feed', renewFeed(site))
  app.post('/saved/:id/feed/revoke', revokeFeed(site))
}

/** What readers gather: collections, lists of names, coverage. */
function addMaterial(app: Express, site: Site): void {
  const coverage = coveragePages(site)
  app.get('/coverage', coverage.show)
  app.get('/coverage.json', coverage.json)
  app.get('/coverage.csv', coverage.csv)
  const names = namesPages(site)
  app.route('/names').get(names.show).post(names.answer)
  app.route('/names.csv').get(names.csv).post(names.csv)
  app.route('/names.json').get(names.json).post(names.json)
  app.get('/collections', collectionsPage(site))
  app.get('/collections.json', collectionsAsJson(site))
  app.post('/collections', addCollection(site))
  app.post('/collect', collect(site))
  for (const format of exportFormats)
    app.get(`/collections/:id.${format.ending}`, exportCollection(site, format))
  app.get('/collections/:id.json', collectionAsJson(site))
  app.get('/collections/:id', collectionPage(site))
  app.post('/collections/:id/edit', editCollection(site))
  app.post('/collections/:id/delete', deleteCollection(site))
  app.post('/collections/:id/restore', restoreCollection(site))
  app.post('/collections/:id/mark', markArticle(site))
  app.post('/collections/:id/note', noteOnArticle(site))
  app.post('/collections/:id/remove', removeCollected(site))
  app.post('/collections/:id/undo', undoCollected(site))
}

/** What only admins change where there are accounts. */
function addCorrections(app: Express, site: Site): void {
  app.get('/corrections', correctionsPage(site))
  app.get('/corrections.jsonl', exportCorrections(site))
  app.get('/correct', correctFormPage(site))
  app.post('/corrections', correctFormAgain(site), correctPage(site))
  app.post('/corrections/import', importCorrections(site))
  app.post('/corrections/:id/undo', undoPage(site))
  app.post('/sample/load', loadSamplePage(site))
  app.post('/sample/remove', removeSamplePage(site))
  app.get('/article/:id/remove', askRemoval(site))
  app.post('/article/:id/remove', removeArticle(site))
}

/** Who is asking. */
function addAccounts(app: Express, site: Site): void {
  app.get('/login', loginPage(site))
  app.post('/login', logIn(site))
  app.post('/logout', logOut(site))
  app.get('/account', accountPage(site))
  app.get('/account.json', accountJson(site))
  app.post('/account/password', changePassword(site))
  app.post('/account/logout-everywhere', logOutEverywhere(site))
  app.get('/audit', auditPage(site))
  app.get('/audit.json', auditJson(site))
}
