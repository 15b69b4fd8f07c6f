import robotsParser from 'robots-parser/index.js'
import { Unfetchable } from './unfetchable.ts'
import { robotName } from './user-agent.ts'

/** What the robots.txt of a host says. */
export interface Rules {
  isAllowed(url: string): boolean
  /** Milliseconds between requests that it asks for, at most 30,000. */
  readonly pause: number
}

/** What a robots.txt answers with: its text, or the status of a failure. */
export type RobotsAnswer =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'status'; readonly status: number }

/** Longer ones are read up to here; RFC 9309 wants at least 500 KiB. */
export const robotsLimit = 512 * 1024

/** Longest pause between requests that a host can ask for. */
const longestPause = 30_000

/** Letters of patterns with stars times letters of the address: what comparing them costs at most. */
const costliest = 20_000_000

const everything: Rules = { isAllowed: () => true, pause: 0 }

/**
 * Reads a robots.txt (RFC 9309). A host without one (4xx) allows everything. Throws Unfetchable, to be tried later, where it should
 * have one but cannot give it (5xx, 429).
 */
export function readRobots(robotsUrl: string, answer: RobotsAnswer): Rules {
  if (answer.kind === 'status') {
    if (answer.status < 500 && answer.status !== 429) return everything
    throw new Unfetchable(
      `its robots.txt cannot be read (status ${answer.status}), so nothing is fetched there for now`,
      { again: 'later' },
    )
  }
  const robots = robotsParser(robotsUrl, answer.text)
  const starred = starredLetters(answer.text)
  const seconds = robots.getCrawlDelay(robotName) ?? 0
  return {
    isAllowed: (url) =>
      starred * url.length <= costliest && robots.isAllowed(url, robotName) !== false,
    pause: Math.min(Math.max(0, seconds * 1000), longestPause),
  }
}

function starredLetters(text: string): number {
  return text
    .split(/[\r\n]+/)
    .reduce(
      (sum, line) =>
        sum + (line.includes('*') && /^\s*(?:dis)?allow/i.test(line) ? line.length : 0),
      0,
    )
}
