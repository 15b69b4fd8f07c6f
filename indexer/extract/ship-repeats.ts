import type { EntityMention } from './facet-values.ts'
import { keyAt, startsSentence, type Reading } from './reading.ts'
import { isShipWord } from './weapon-cues.ts'

/**
 * The ships of an article again without their prefix: `the Carl Vinson`, `the McCain`. The man comes without an article, or goes on:
 * `Carl Vinson` is the congressman, and `the McCain campaign` his.
 */
export function repeatedShips(
  readings: readonly Reading[],
  ships: readonly EntityMention[],
): EntityMention[] {
  const forms = formsOf(ships)
  return readings.flatMap((reading) => {
    const found: EntityMention[] = []
    const known = new Set(ships.filter((ship) => ship.reading === reading).map(({ from }) => from))
    for (const at of forms.size === 0 ? [] : reading.words.keys()) {
      const form = !known.has(at) && isNamedAsShip(reading, at) && said(reading, at, forms)
      if (!form) continue
      const to = at + form.keys.length
      found.push({ ...form.ship, reading, from: at, to, rule: 'ship named before' })
    }
    return found
  })
}

/** A name by which a ship may be called again. */
interface Form {
  readonly ship: EntityMention
  readonly keys: readonly string[]
  /** One word, which is somebody else's too: the McCain for USS John S. McCain. */
  readonly isShort: boolean
}

function formsOf(ships: readonly EntityMention[]): Map<string, Form[]> {
  const forms = new Map<string, Form[]>()
  const byId = new Map(ships.map((ship) => [ship.entity.id, ship]))
  for (const ship of byId.values()) {
    const keys = nameKeys(ship)
    const short = { ship, keys: keys.slice(-1), isShort: true }
    const whole = { ship, keys, isShort: false }
    for (const form of keys.length > 1 ? [whole, short] : [short]) {
      const first = form.keys[0] ?? ''
      forms.set(first, [...(forms.get(first) ?? []), form])
    }
  }
  return forms
}

const prefix = /^(?:uss|usns|uscgc|rfa|ins|js|iris|roks|hm\w*|u\.s\.s\.|h\.m\.s\.)$/

/** The name without its prefix. */
function nameKeys({ reading, from, to }: EntityMention): string[] {
  const keys = reading.words.slice(from, to).map((word) => word.key)
  return keys.filter((key, index) => !(index === 0 && prefix.test(key)) && !isShipWord(key))
}

function isNamedAsShip(reading: Reading, at: number): boolean {
  const before = keyAt(reading, at - 1)
  return reading.words[at]?.shape !== 'lower' && (before === 'the' || isShipWord(before))
}

function said(reading: Reading, at: number, forms: ReadonlyMap<string, Form[]>): Form | undefined {
  return forms
    .get(keyAt(reading, at))
    ?.find(
      ({ keys, isShort }) =>
        keys.every((key, index) => keyAt(reading, at + index) === key) &&
        (!isShort || shipEndsThere(reading, at + 1)),
    )
}

/** Whether nothing follows that the word would describe: "the Reagan sailed", not "the Reagan years". */
export function shipEndsThere(reading: Reading, at: number): boolean {
  const next = reading.words[at]
  if (next?.gap === 'hyphen') return false
  if (next?.gap !== 'space' || startsSentence(reading, at)) return true
  return /^(?:is|was|has|had|will|would|and|in|on|at|to|from|of|with|after|before|near|off|as|were|are|\w+ed|left|during|by|for|when|while|could|that|which|who|into|through|also|then|did|made|carries|sank|sunk|struck|hit|lies|lay|ran|met|came|went|took|began|held|spent|sails|docks|remains|still|now|once|again|would)$/.test(
    next.key,
  )
}
