/** Cyrillic letters as names and designators are transliterated: С-300 is S-300, МиГ-29 is MiG-29, Лавров is Lavrov. */
const latin = new Map(
  (
    'а:a б:b в:v г:g ґ:g д:d е:e є:ye ж:zh з:z и:i і:i к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:kh ц:ts ч:ch ш:sh ' +
    'щ:shch ъ: ы:y ь: э:e ю:yu я:ya'
  )
    .split(' ')
    .map((pair): [string, string] => [pair.charAt(0), pair.slice(2)]),
)

/** Writes the Cyrillic letters of a folded text (see `fold`, which makes й и and ё е) in Latin ones; others stay. */
export function transliterate(folded: string): string {
  return folded.replace(/\p{Script=Cyrillic}/gu, (letter) => latin.get(letter) ?? letter)
}
