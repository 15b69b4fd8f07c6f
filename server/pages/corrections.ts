import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { RequestHandler } from 'express'
import { articlesConcerned, correctionsPath, inForce } from '../../indexer/pipeline.ts'
import { correctedOn } from '../corrections/corrected.ts'
import { namingOf } from '../naming.ts'
import { ParameterReader } from '../read-parameters.ts'
import { parametersOf, type Site } from '../site.ts'
import { buildCorrectionsPage, chooseLines } from '../view-models/corrections-page.ts'

/** GET /corrections: every correction, newest first, with a way back from each; lines that were skipped; export and import. */
export function correctionsPage(site: Site): RequestHandler {
  const naming = { ...namingOf(site, ''), placeOf: () => 'in one article' }
  return (request, response) => {
    const reader = new ParameterReader(parametersOf(request))
    const state = { find: reader.text('find'), part: reader.count('part', 1) }
    const { archive, correcting } = site
    correcting.followFile()
    const read = correcting.read()
    const lines = chooseLines(read, state, naming)
    const page = buildCorrectionsPage(read, lines, {
      ...{ state, naming, problems: reader.problems },
      corrected: correctedOn(site, request),
      path: correctionsPath(archive.dataDir),
      concerned: articlesConcerned(archive, lines.chosen),
      force: inForce(archive, read.corrections),
      titleOf: (id) => archive.get(id)?.title ?? 'an article that the archive does not have',
      formToken: site.formToken(request, response),
    })
    response.status(reader.problems.length > 0 ? 400 : 200)
    response.render('pages/corrections', page)
  }
}

/** GET /corrections.jsonl: the file as it is, to keep or to send to somebody. */
export function exportCorrections({ archive }: Site): RequestHandler {
  return (_request, response, next) => {
    const path = resolve(correctionsPath(archive.dataDir))
    response.set('content-disposition', 'attachment; filename="corrections.jsonl"')
    response.type('application/jsonl; charset=utf-8')
    if (!existsSync(path)) {
      response.send('')
      return
    }
    // Told of its end too, which nothing follows.
    response.sendFile(path, { dotfiles: 'allow' }, (error?: Error) => {
      if (error && !response.headersSent) next(error)
    })
  }
}
