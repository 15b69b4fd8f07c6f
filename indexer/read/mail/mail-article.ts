import PostalMime, { type Email } from 'postal-mime'
import { Unreadable, webAddress, type Draft } from '../draft.ts'
import { htmlText } from '../html-text.ts'

/**
 * Reads a mail: the subject is the headline, the plain text or else the HTML the text; attachments are not read. Its outlet is the
 * list or newsletter that it was sent by; of a letter from somebody it is unknown. Throws Unreadable when there is no text.
 */
export async function readMail(bytes: Uint8Array): Promise<Draft> {
  const mail = await PostalMime.parse(bytes, { attachmentEncoding: 'arraybuffer' })
  const text = textOf(mail)
  if (text === '') throw new Unreadable(withoutText(mail))
  const outlet = sender(mail)
  return {
    title: mail.subject?.trim() ?? '',
    text,
    outlet,
    published: [header(mail, 'date'), mail.date ?? ''].filter((date) => date !== ''),
    url: webAddress(header(mail, 'archived-at').replace(/^<|>$/g, '')),
    authors: outlet === '' ? names(mail) : [],
    language: '',
    givenId: mail.messageId ?? '',
  }
}

function textOf({ text, html }: Email): string {
  const plain = text?.replace(/\r\n?/g, '\n').trim() ?? ''
  if (plain !== '' && !isPlaceholder(plain, html ?? '')) return plain
  return html === undefined ? plain : htmlText(html)
}

/** Newsletters often give as plain text no more than "Your program does not show HTML". */
function isPlaceholder(plain: string, html: string): boolean {
  return plain.length < 400 && html.length > 20 * plain.length
}

function withoutText({ attachments }: Email): string {
  if (attachments.length === 0) return 'no text: the message is empty'
  const named = attachments.slice(0, 3).map(({ filename, mimeType }) => filename ?? mimeType)
  return `no text: only attachments, which are not read (${named.join(', ')})`
}

function header({ headers }: Email, name: string): string {
  return headers.find(({ key }) => key === name)?.value.trim() ?? ''
}

function sender(mail: Email): string {
  const list = /^\s*"?([^"<]*?)"?\s*</.exec(header(mail, 'list-id'))?.[1]?.trim() ?? ''
  if (list !== '') return list
  const isSentToMany =
    header(mail, 'list-unsubscribe') !== '' || /^(?:bulk|list)$/i.test(header(mail, 'precedence'))
  return isSentToMany ? (names(mail)[0] ?? '') : ''
}

function names({ from }: Email): string[] {
  const name = from?.name.trim() ?? ''
  return name === '' || name.includes('@') ? [] : [name]
}
