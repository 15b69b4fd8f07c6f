import type { RequestHandler } from 'express'
import { parseCorrections, selectNew } from '../../indexer/pipeline.ts'
import { BadRequest } from '../error-pages.ts'
import { optionalField } from '../forms.ts'
import { namingOf } from '../naming.ts'
import { readerOf } from '../reader.ts'
import type { Site } from '../site.ts'
import { counted } from '../view-models/counting.ts'
import { buildImportPage } from '../view-models/import-page.ts'

/** POST /corrections/import: shows what of some lines can be added; adds it when that has been seen. */
export function importCorrections(site: Site): RequestHandler {
  return async (request, response) => {
    const [pasted, uploaded] = [optionalField(request, 'lines'), optionalField(request, 'file')]
    const content = uploaded.trim() === '' ? pasted : uploaded
    if (content.trim() === '')
      throw new BadRequest('There is nothing to import. Go back and choose a file, or paste lines.')
    const present = site.correcting.read()
    const selection = selectNew(content, present)
    if (optionalField(request, 'sure') === 'yes') {
      await site.correcting.add(selection.lines)
      site.store.audit.add({
        account: readerOf(request).name,
        action: 'imported corrections',
        subject: counted(selection.lines.length, 'correction'),
        details: '',
      })
      response.redirect(303, '/corrections')
      return
    }
    const chosen = parseCorrections(selection.lines.join('\n')).corrections
    const page = buildImportPage(selection, chosen, present.corrections, namingOf(site, ''))
    const formToken = site.formToken(request, response)
    response.render('pages/import', { ...page, formToken })
  }
}
