import { partMembers } from './common.ts'
import { list, moment, object, oneOf, ref, text, whole, yesOrNo, type Schema } from '../schema.ts'

/** The account of who asks, the log of admins, and how the site is. */
export const siteSchemas: Readonly<Record<string, Schema>> = {
  Account: object('Who asks; without name, role and sessions on a site without accounts.', {
    name: text(),
    role: oneOf(['admin', 'reader', ''], 'What they may do.'),
    sessions: list(
      object('Where they are logged in.', {
        since: moment('Since when.'),
        lastUsed: moment('To the hour.'),
        browser: text(),
      }),
    ),
  }),
  Audit: object('Who did what, the latest first.', {
    find: text('The words that were looked for.'),
    total: whole('Lines, in all parts.'),
    ...partMembers,
    lines: list(
      object('Something that was done.', {
        id: whole('Its number.', 1),
        at: moment('When.'),
        account: text('By whom.'),
        action: text(),
        subject: text('To what.'),
        details: text(),
      }),
    ),
  }),
  Health: object('Whether the parts of the site answer.', {
    ok: yesOrNo('Whether all do.'),
    engine: ref('PartHealth'),
    archive: ref('PartHealth'),
    store: ref('PartHealth'),
  }),
  PartHealth: object(
    'Whether a part answers.',
    { ok: yesOrNo('Whether it does.') },
    {
      answer: { description: 'Its figures, to the owner of a site without accounts.' },
      message: text('What is wrong, to the same.'),
    },
  ),
}
