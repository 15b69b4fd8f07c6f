import { Html } from '../markup.ts'

/** The report's own style: it is read without the site, on a screen or on paper. */
export const reportStyle = new Html(`
:root { color-scheme: light dark; --ink: #1d2327; --soft: #5b6570; --rule: #d5dade; --mark: #fff1a8; --bar: #7a9cbf; --paper: #fff; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e4e7ea; --soft: #a2abb4; --rule: #3a4249; --mark: #6b5a00; --bar: #5d83a9; --paper: #16191c; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 2rem 1rem 4rem; max-width: 46rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 Charter, Georgia, serif; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 1rem; }
h2 { font-size: 1.2rem; margin: 2.5rem 0 .75rem; border-bottom: 1px solid var(--rule); }
h3 { font-size: 1.05rem; line-height: 1.35; margin: 0; }
a { color: inherit; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; margin: 0; font-size: .9rem; }
dt { color: var(--soft); }
dd { margin: 0; }
mark { background: var(--mark); color: inherit; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
th { text-align: left; font-weight: normal; }
td:last-child { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; width: 4rem; }
th, td { padding: .1rem 0; vertical-align: baseline; }
.timeline th { width: 5rem; }
.timeline td:nth-child(2) { vertical-align: middle; }
caption { text-align: left; font-weight: bold; padding-top: .75rem; }
svg { display: block; width: 100%; height: .7rem; }
rect { fill: var(--bar); }
.facets { columns: 2 18rem; column-gap: 2rem; }
.facets table { break-inside: avoid; margin-bottom: .75rem; }
article { padding: 1rem 0; border-bottom: 1px solid var(--rule); break-inside: avoid-page; }
.soft { color: var(--soft); font-size: .9rem; margin: .15rem 0; }
blockquote { margin: .5rem 0 .5rem 1rem; }
.end { margin-top: 2rem; }
@media (max-width: 30rem) { dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: .4rem; } .timeline td:nth-child(2) { display: none; } }
@media print { body { max-width: none; padding: 0; font-size: 10.5pt; } h3 { break-after: avoid; } }
`)
