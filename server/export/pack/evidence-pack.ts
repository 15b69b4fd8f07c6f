import type { StoredArticle } from '../../../engine/article.ts'
import { hashOfIds } from '../../records/hash-of-ids.ts'
import type { Exported } from '../exported.ts'
import { fileName } from '../file-name.ts'
import { SpoolFolder } from '../spool.ts'
import { pack, Packer, type Packed } from '../zip/packed.ts'
import { writeZip, type ZipFile } from '../zip/write-zip.ts'
import { originalName, textName } from './entry-names.ts'
import { PackLists } from './pack-lists.ts'
import { readMe, type PackFigures } from './read-me.ts'
import { textFile } from './text-file.ts'

/**
 * One folder as a ZIP archive: a text for each article, its original where they are asked for, then the lists of all of them, which
 * grew meanwhile: each article is read once, and all files say the same of it. It ends with the ZIP's directory, so a part of one
 * does not open.
 */
export async function* writeEvidencePack(
  exported: Exported,
): AsyncGenerator<Uint8Array, void, undefined> {
  await using folder = await SpoolFolder.make()
  const lists = await PackLists.open(exported, folder)
  const sums = new Packer(await folder.spool())
  const files = summedUp(packFiles(exported, lists), fileName(exported), sums)
  yield* writeZip(files, exported.at, await folder.spool())
}

/** All files but their checksums, by their paths in the folder. */
async function* packFiles(
  exported: Exported,
  lists: PackLists,
): AsyncGenerator<ZipFile, void, undefined> {
  const ids: string[] = []
  let hasOriginals = false
  for await (const article of exported.articles) {
    const name = textName(ids.push(article.id), exported.total, article.id)
    yield { name, packed: await packText(textFile(article, exported)) }
    await lists.add(article, ids.length, name)
    const original = await originalFile(article, ids.length, exported)
    hasOriginals ||= original !== undefined
    if (original) yield original
  }
  for await (const [name, packed] of lists.end()) yield { name, packed }
  const figures = { articles: ids.length, idsSha256: hashOfIds(ids), hasOriginals }
  yield { name: 'query.json', packed: await packText(queryFile(exported, figures)) }
  yield { name: 'README.txt', packed: await packText(readMe(exported, figures)) }
}

async function originalFile(
  { id }: StoredArticle,
  number: number,
  { originalOf, total }: Exported,
): Promise<ZipFile | undefined> {
  const original = originalOf(id)
  if (!original) return undefined
  const { mediaType, bytes } = original
  const name = originalName(number, total, { id, mediaType })
  return { name, packed: await pack(Buffer.from(bytes)) }
}

const packText = (text: string): Promise<Packed> => pack(Buffer.from(text))

/** What was asked for, for programs; the number of articles is that of the files, hence exact. */
function queryFile(exported: Exported, { articles, idsSha256, hasOriginals }: PackFigures): string {
  const { name, query, home, href, facts } = exported
  const about = {
    format: 'dateline evidence pack 1',
    name,
    page: `${home}${href}`,
    ...query,
    articles: { count: articles, exact: true, idsSha256, hasOriginals },
    inWords: Object.fromEntries(facts),
  }
  return `${JSON.stringify(about, null, 2)}\n`
}

/** The files in their folder, and behind them SHA256SUMS with a line for each. */
async function* summedUp(
  files: AsyncIterable<ZipFile>,
  root: string,
  sums: Packer,
): AsyncGenerator<ZipFile, void, undefined> {
  for await (const { name, packed } of files) {
    await sums.append(`${packed.hash}  ${name}\n`)
    yield { name: `${root}/${name}`, packed }
  }
  yield { name: `${root}/SHA256SUMS`, packed: await sums.end() }
}
