/** British base forms and the American ones under which both are indexed. */
const american = new Map(
  (
    'defence:defense offence:offense licence:license pretence:pretense centre:center theatre:theater metre:meter ' +
    'kilometre:kilometer litre:liter fibre:fiber calibre:caliber sabre:saber spectre:specter lustre:luster ' +
    'manoeuvre:maneuver programme:program armour:armor armoury:armory colour:color harbour:harbor labour:labor ' +
    'neighbour:neighbor neighbourhood:neighborhood honour:honor favour:favor behaviour:behavior rumour:rumor ' +
    'vapour:vapor endeavour:endeavor humour:humor rigour:rigor vigour:vigor odour:odor clamour:clamor splendour:splendor ' +
    'aluminium:aluminum aeroplane:airplane grey:gray plough:plow sulphur:sulfur sceptic:skeptic sceptical:skeptical ' +
    'scepticism:skepticism enquiry:inquiry ageing:aging analyse:analyze paralyse:paralyze catalyse:catalyze ' +
    'travell:travel cancell:cancel signall:signal fuell:fuel labell:label modell:model channell:channel ' +
    'counsell:counsel shovell:shovel totall:total dialogue:dialog catalogue:catalog fulfil:fulfill enrol:enroll instal:install'
  )
    .split(' ')
    .map((pair): [string, string] => {
      const [british = '', other = ''] = pair.split(':')
      return [british, other]
    }),
)

/** What stands before -ise and -isation in words that Americans write with z; promise, exercise and advise are not among them. */
const zRoots = new Set(
  (
    'apolog author capital central decentral character civil colon critic custom demobil demilitar democrat destabil emphas ' +
    'equal final formal general global harmon hospital ideal initial institutional international jeopard legal liberal local ' +
    'marginal maxim mechan militar minim mobil modern monopol national neutral normal nuclear optim organ reorgan penal ' +
    'polar popular priorit privat public radical rational real recogn scrutin secular special stabil standard steril ' +
    'summar symbol sympath synchron terror util victim visual weapon western'
  ).split(' '),
)

/** The spelling under which a base form is indexed: defence and defense are one word, organise and organize another. */
export function americanSpelling(word: string): string {
  const listed = american.get(word)
  if (listed !== undefined) return listed
  const [, root = '', ending = ''] = /^(.+)is(e|er|ation)$/.exec(word) ?? []
  return zRoots.has(root) ? `${root}iz${ending}` : word
}
