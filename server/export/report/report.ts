import { facetTable, type FacetDeclaration } from '../../facets.ts'
import { counted, number } from '../../view-models/counting.ts'
import type { Exported } from '../exported.ts'
import { markup, type Html } from '../markup.ts'
import { fact } from './fact.ts'
import { reportStyle } from './report-style.ts'
import type { Counted, Tally } from './tally.ts'

/** What stands before the articles: what was asked for, by what it was found, and counts of what is exported. */
export function reportHead(exported: Exported, tally: Tally): Html {
  const { name, facts, home, href } = exported
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${name} · Dateline report</title>
<style>${reportStyle}</style>
</head>
<body>
<header>
<h1 dir="auto">${name}</h1>
<dl>
${fact('Articles', markup`${counted(tally.articles, 'article')}`)}${facts.map(([label, value]) => fact(label, markup`${value}`))}${fact('Page', markup`<a href="${home}${href}">${home}${href}</a>`)}</dl>
</header>
<main>
<h2>Counts of the exported articles</h2>
${timeline(tally)}<div class="facets">
${facetTable.map((facet) => facetTableOf(facet, tally))}</div>
<h2>Articles</h2>
`
}

/** What ends a whole report. */
export function reportEnd(tally: Tally): Html {
  return markup`<p class="soft end">End of the report: ${counted(tally.articles, 'article')}.</p>
</main>
</body>
</html>
`
}

function timeline(tally: Tally): Html {
  const periods = tally.timeline()
  if (tally.articles === 0) return markup``
  const all =
    tally.undated === 0 ? periods : [...periods, { label: 'Undated', count: tally.undated }]
  const peak = Math.max(...all.map(({ count }) => count))
  return markup`<table class="timeline">
<caption>Published</caption>
${all.map((period) => row(period, peak))}</table>
`
}

function row({ label, count }: Counted, peak: number): Html {
  const width = ((100 * count) / peak).toFixed(1)
  return markup`<tr><th scope="row">${label}</th><td><svg aria-hidden="true"><rect width="${width}%" height="100%"/></svg></td><td>${number(count)}</td></tr>
`
}

function facetTableOf({ name, heading }: FacetDeclaration, tally: Tally): Html {
  const { values, different } = tally.facet(name)
  if (different === 0) return markup``
  const more = different > values.length ? ` (${values.length} of ${number(different)})` : ''
  return markup`<table>
<caption>${heading}${more}</caption>
${values.map(valueRow)}</table>
`
}

function valueRow({ label, count }: Counted): Html {
  return markup`<tr><th scope="row" dir="auto">${label}</th><td>${number(count)}</td></tr>
`
}
