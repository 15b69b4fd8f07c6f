import { facets } from '../facets.ts'
import type { Target } from '../corrections/find-target.ts'
import type { OpenChoice } from '../corrections/read-form.ts'
import { beginSentence, counted } from './counting.ts'
import { buildLayout, type HiddenField, type Layout } from './layout.ts'

/** Asks what is meant, or whether it is meant, before anything is corrected. */
export interface ChoicePage {
  readonly layout: Layout
  readonly heading: string
  readonly explanation: string
  readonly choices: readonly Choice[]
  /** To type another name; undefined where no name is open. */
  readonly retype: { readonly label: string; readonly name: string } | undefined
  /** What the form had, without the name. */
  readonly hidden: readonly HiddenField[]
  readonly back: string
}

/** One way to go on. */
interface Choice {
  readonly label: string
  readonly note: string
  /** What is sent. */
  readonly hidden: readonly HiddenField[]
}

/** What is known of the values that the page speaks of. */
export interface ChoiceContext {
  /** Fields of the form. */
  readonly fields: readonly (readonly [string, unknown])[]
  /** By how many articles each value is given. */
  readonly counts: ReadonlyMap<string, number>
  /** What the corrected value is called. */
  readonly valueName: string
  /** What tells a value from another of its name: `President of Russia`, `Warship`; '' for nothing. */
  readonly kindOf: (id: string) => string
  readonly back: string
}

/** Fields of the form that are sent again. */
const kept = new Set([
  'do',
  'facet',
  'value',
  'article',
  'where',
  'name',
  'surface',
  'note',
  'back',
])

export function buildChoicePage(choice: OpenChoice, context: ChoiceContext): ChoicePage {
  const { facet, name, found } = choice
  const { noun } = facets[facet]
  const isSeveral = found.kind === 'several' || found.kind === 'taken'
  const hidden = keptFields(context)
  return {
    layout: buildLayout(`Which ${noun}?`, 'corrections'),
    ...asking(choice, context),
    choices: [
      ...(isSeveral ? found.targets : []).map((target) => offer(target, choice, context, hidden)),
      ...asNew(choice, hidden),
    ],
    retype: { label: `Name of the other ${noun}`, name },
    hidden: hidden.filter((field) => field.name !== 'name'),
    back: context.back,
  }
}

/** Asks before many articles change at once. */
export function buildSurePage(
  says: string,
  { articles, isFromArticle }: { readonly articles: number; readonly isFromArticle: boolean },
  context: Pick<ChoiceContext, 'fields' | 'back'>,
): ChoicePage {
  const fields = keptFields(context).filter(({ name }) => name !== 'where')
  const offered = (label: string, where: string): Choice => ({
    label,
    note: '',
    hidden: [...fields, { name: 'where', value: where }, { name: 'sure', value: 'yes' }],
  })
  return {
    layout: buildLayout('Correct many articles?', 'corrections'),
    heading: `Correct ${counted(articles, 'article')}?`,
    explanation: `${says}. This would change ${counted(articles, 'article')}, and hold for articles still to come. Nothing has been changed so far.`,
    choices: [
      offered(`Yes, in all ${counted(articles, 'article')}`, 'everywhere'),
      ...(isFromArticle ? [offered('Only in the one article', 'here')] : []),
    ],
    retype: undefined,
    hidden: [],
    back: context.back,
  }
}

function keptFields({ fields }: Pick<ChoiceContext, 'fields'>): HiddenField[] {
  return fields.flatMap(([field, value]) =>
    kept.has(field) && typeof value === 'string' ? [{ name: field, value }] : [],
  )
}

const unchanged = 'Nothing has been changed so far.'

function asking(
  choice: OpenChoice,
  context: ChoiceContext,
): Pick<ChoicePage, 'heading' | 'explanation'> {
  const { facet, name, found } = choice
  const { noun, plural } = facets[facet]
  const what = subjectOf(choice, context)
  const where = choice.isForArticle ? ' Only this article changes.' : ''
  switch (found.kind) {
    case 'itself':
      return {
        heading: `“${name}” is “${context.valueName}” itself`,
        explanation: `Write the name of the other ${noun} that it is the same as. ${unchanged}`,
      }
    case 'none':
      return {
        heading: `Put ${what} under a new ${noun} “${name}”?`,
        explanation: `None of the other ${plural} has this name; perhaps it is spelled otherwise here.${where} ${unchanged}`,
      }
    case 'several':
      return {
        heading: `Which ${noun} is “${name}”?`,
        explanation: `Several ${plural} have this name. ${beginSentence(what)} goes under the one that you choose.${where} ${unchanged}`,
      }
    case 'taken':
      return {
        heading: `There is a ${noun} “${name}” already: is ${what} the same?`,
        explanation: `If it is, both become one. If not, there will be two of one name. ${unchanged}`,
      }
  }
}

/** `“Vladimir Putin” (126 articles)`, or the words of the text that are given to another value. */
function subjectOf(
  { value, surface, isForArticle }: OpenChoice,
  { valueName, counts }: ChoiceContext,
): string {
  if (surface !== '') return `“${surface}”`
  return isForArticle
    ? `“${valueName}” of this article`
    : `“${valueName}” (${counted(counts.get(value) ?? 0, 'article')})`
}

function offer(
  { id, name }: Target,
  { found }: OpenChoice,
  { counts, kindOf }: ChoiceContext,
  hidden: readonly HiddenField[],
): Choice {
  const fields = [...hidden, { name: 'into', value: id }, { name: 'sure', value: 'yes' }]
  const isTaken = found.kind === 'taken'
  return {
    label: isTaken ? `The same as ${name}` : name,
    note: [counted(counts.get(id) ?? 0, 'article'), kindOf(id), id].filter(Boolean).join(' · '),
    hidden: isTaken
      ? fields.map((field) => (field.name === 'do' ? { name: 'do', value: 'merge' } : field))
      : fields,
  }
}

function asNew({ facet, name, found }: OpenChoice, hidden: readonly HiddenField[]): Choice[] {
  if (found.kind === 'itself') return []
  const { noun } = facets[facet]
  const label =
    found.kind === 'taken' ? `Another ${noun}: two are called “${name}”` : `A new ${noun} “${name}”`
  return [
    {
      label,
      note: '',
      hidden: [...hidden, { name: 'new', value: 'yes' }, { name: 'sure', value: 'yes' }],
    },
  ]
}
