import { settingsHelp } from '../../engine/settings.ts'

/** What `npm run alerts -- --help` says. */
export const usage = `npm run alerts -- [NAME …] [options]

Tells what is new for saved queries since it was last told: articles first indexed since, each once, with the queries that find them.
Made for cron: where nothing is new it prints nothing. Without names it tells of all saved queries.

  --owner NAME      Whose saved queries, where there are accounts.
  --folder FOLDER   Also writes each alert to a .txt and a .json file in this folder.
  --post URL        Also posts it as JSON, signed with ALERT_SECRET, and tries again up to three times. Redirects are not followed, and
                    private addresses refused unless ALLOW_PRIVATE_ADDRESSES=1.
  --site URL        The address of the site, for links. Default: http://127.0.0.1:3000
  --channel NAME    Each channel is told everything once. Default: alerts
  --look            Tells, and does not mark it as told.

An alert counts as told when it was printed, written and posted. Where one of these fails the exit code is 1 and the next run tells it
again, with the same Dateline-Delivery header.

Dateline-Signature: t=SECONDS,v1=HMAC, the hexadecimal HMAC-SHA256 of "SECONDS.BODY" with ALERT_SECRET. Compare it in constant time
and refuse SECONDS long past.

Settings
${settingsHelp('alerts')}`
