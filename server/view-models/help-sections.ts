import { largestDistance, usualDistance } from '../../engine/query/near.ts'
import { longestQuery, mostOperands } from '../../engine/query/parse.ts'
import { mostCombinations } from '../../engine/query/plan.ts'
import { deepestNesting } from '../../engine/query/tidy.ts'
import { number } from './counting.ts'

/** A part of the help: what a reader wants to do, how, and queries that do it. What is typed stands between back-ticks. */
export interface HelpText {
  readonly id: string
  readonly title: string
  readonly paragraphs: readonly string[]
  /** Each with what is worth knowing beside the explanation of the query, or ''. */
  readonly examples: readonly (readonly [typed: string, note: string])[]
}

/** The query language, task by task, in reading order. */
export const helpTexts: readonly HelpText[] = [
  {
    id: 'words',
    title: 'Find words and phrases',
    paragraphs: [
      'All the words of a query must occur in an article, in its title or its text, in any order. Accents make no difference, and capitals only for these: the operators below; `US`, which is the United States like `U.S.` while `us` is the word; and a designator written with a space, `S 300`, while `s 300` is a letter and a number; and a name that is an ordinary word too: `Grumble` may be the missile, `grumble` is not.',
      'A star stands for the rest of a word, behind at least two letters or digits; a tilde finds words that are spelled much alike: one letter more, less, other or swapped in words of three to five letters, two in longer ones. Numbers and names like S-300 are never taken for one another.',
    ],
    examples: [
      [
        'S-300 delivery',
        'S300, s-300, С-300 in Cyrillic letters and S 300 are the same; S-400 is not.',
      ],
      ['"air defence system"', 'Next to each other, in this order.'],
      ['deliver*', 'Delivers, delivery, deliveries.'],
      ['S-300*', 'S-300PMU-2, but not S-3000.'],
      ['Dehgan~', 'Also Dehghan.'],
    ],
  },
  {
    id: 'combine',
    title: 'Combine and exclude',
    paragraphs: [
      '`AND`, `OR`, `NOT` and `NEAR` are operators in capital letters only; `and` is a word. A minus right before a word, a phrase, a field or a parenthesis is the same as `NOT`. `AND` may be left out.',
      `What binds tightest comes first: the minus and \`NOT\`, then \`NEAR\`, then \`AND\`, written or not, then \`OR\`. Parentheses say otherwise; they can stand inside each other ${deepestNesting} deep.`,
    ],
    examples: [
      ['S-300 OR S-400', ''],
      ['Iran OR Syria delivery', 'Read like `Iran OR (Syria delivery)`.'],
      ['(Iran OR Syria) AND delivery', ''],
      ['S-300 -Syria', 'The same as `S-300 NOT Syria`.'],
      ['missile -(test OR "army day")', ''],
      ['-Iran', 'An exclusion can stand alone.'],
    ],
  },
  {
    id: 'near',
    title: 'Find words close together',
    paragraphs: [
      `A tilde and a number behind a phrase let its words stand apart, in any order: at most so many other words between the first and the last. \`NEAR/5\` says the same of what stands on its two sides; \`NEAR\` alone is \`NEAR/${usualDistance}\`, and ${largestDistance} is the most. On either side stands a word, a phrase, or a group of them with \`OR\`. All must stand in the title or all in the text.`,
    ],
    examples: [
      ['"missile Iran"~10', ''],
      ['missile* NEAR/5 Iran', ''],
      ['(S-300 OR S-400) NEAR "air defence"', ''],
      ['Russia NEAR/5 S-300 NEAR/5 Iran', 'Each pair by itself.'],
    ],
  },
  {
    id: 'fields',
    title: 'Ask for an outlet, a person, a place, a weapon',
    paragraphs: [
      'A field’s value follows its colon without a space; values of several words are in quotation marks. A value is a name or some words of one. It finds the articles that have it, under any of its names, and those with a narrower one: an S-300PMU-2 is an S-300, Moscow is in Russia. `[none]` asks for articles without one. A parenthesis holds several values.',
    ],
    examples: [
      ['outlet:"Example Wire"', ''],
      ['cites:TASS', 'An agency or another outlet that the article names as its source.'],
      ['person:"Hossein Dehghan"', 'However the article spells his name.'],
      ['place:Iran weapon:S-300', ''],
      ['outlet:("Example Wire" OR "Sample Gazette")', ''],
      ['delivery -cites:(TASS OR Interfax)', ''],
      ['outlet:[none]', ''],
      ['title:shipment', ''],
      ['title:(missile* -test)', 'Also phrases, `title:"first shipment"`, and `title:(a NEAR b)`.'],
      ['lang:en', 'A language by its code: en, ru, fa, ar, uk.'],
    ],
  },
  {
    id: 'dates',
    title: 'Ask for a time',
    paragraphs: [
      'Dates are days of publication as the publisher printed them: `2016`, `2016-04` or `2016-04-11`. A month or a year stands for the whole of it, and both ends of a period belong to it. Articles without a date are never found by one; a link beside the timeline leads to them.',
    ],
    examples: [
      ['S-300 after:2016-03 before:2016-06-30', ''],
      ['date:2016-04', ''],
      ['date:(2010 OR 2016)', ''],
    ],
  },
  {
    id: 'spelling',
    title: 'What a word also finds, and exact spelling',
    paragraphs: [
      'A word also finds its inflections (`delivery` finds “deliveries”, but not “deliverance”) and its British or American spelling. Irregular forms are words of their own: `sell` does not find “sold”, write `sell OR sold`. A name finds other spellings and names of the same person, place, weapon or medium in articles that are about it: `Dehqan` finds an article that calls him Dehghan. A weapon finds the members of its family: `S-300` finds “SA-20” and “S-300PMU-2”.',
      `The page lists what was searched besides, at most ${mostCombinations} ways to write a word or phrase, and each result says under which it was found. To find a word only in the letters that you type, put \`=\` before a word or inside the quotation marks, or turn on “Exact spelling” above the results for all of the query. Capitals and accents make no more difference than without it. A designator stays one thing however it is hyphenated: \`=S-300\` finds “S300” and “S 300” too, but leaves out its family and its other names.`,
    ],
    examples: [
      ['=deliveries', ''],
      ['"=Hossein Dehqan"', ''],
      ['=Dehqan delivery', ''],
      ['=S-300', 'Not S-300PMU-2, and not SA-10.'],
    ],
  },
]

/** What a query may ask for at most. */
export const queryLimits: readonly string[] = [
  `A query may have ${number(longestQuery)} characters and ${mostOperands} words, phrases and fields, in ${deepestNesting} levels of parentheses.`,
  'Nothing typed is wrong: a sign that has no meaning where it stands is ignored or searched as it is, and the page says which and what to write instead.',
]
