import type { Dossier, Part } from '../entities/dossier.ts'
import type { Entity, Relative } from '../entities/entity.ts'
import { facets } from '../facets.ts'
import { besideJson, companionJson, totalJson } from './plain-json.ts'

/** The page of an entity as plain numbers and names; `matches` are ranges `[start, end]` in UTF-16 units, end exclusive. */
export function entityJson({ entity, parts }: Dossier) {
  const { facet, id, name, listed, spellings, formerIds, above, below } = entity
  return {
    facet: facets[facet].parameter,
    ...{ id, name, spellings, formerIds },
    listed: listed ?? null,
    above: above.map(showRelative),
    below: below.map(showRelative),
    parts: parts.map((part) => showPart(part, entity)),
  }
}

function showRelative({ facet, id, name, articles }: Relative) {
  return { facet: facets[facet].parameter, id, name, articles }
}

function showPart(
  { role, answer, years, first, last, company, frequent, latest }: Part,
  { id }: Entity,
) {
  return {
    ...{ as: role, entity: id, ...totalJson(answer), first, last },
    years,
    months: answer.timeline.counts,
    together: company.map(({ facet, values, isComplete }) => ({
      ...{ facet: facets[facet].parameter, order: 'log-likelihood', isComplete },
      values: values.map(companionJson),
    })),
    frequent: frequent.map(({ facet, values }) => ({
      ...{ facet: facets[facet].parameter, order: 'count' },
      values: values.map(besideJson),
    })),
    latest,
  }
}
