/** British base forms and the American ones under which both are indexed. */
const american = new Map(
  (
    'defence:defense offence:offense licence:license pretence:pretense centre:center theatre:theater metre:meter ' +
    'kilometre:kilometer litre:liter fibre:fiber calibre:caliber sabre:saber spectre:specter lustre:luster ' +
    'manoeuvre:maneuver manoeuvr:maneuver centr:center refuell:refuel programme:program armour:armor armoury:armory colour:color harbour:harbor labour:labor ' +
    'neighbour:neighbor neighbourhood:neighborhood honour:honor favour:favor behaviour:behavior rumour:rumor ' +
    'vapour:vapor endeavour:endeavor humour:humor rigour:rigor vigour:vigor odour:odor clamour:clamor splendour:splendor ' +
    'aluminium:aluminum aeroplane:airplane grey:gray plough:plow sulphur:sulfur sceptic:skeptic sceptical:skeptical ' +
    'scepticism:skepticism enquiry:inquiry ageing:aging analyse:analyze paralyse:paralyze catalyse:catalyze ' +
    'travell:travel cancell:cancel signall:signal fuell:fuel labell:label modell:model channell:channel ' +
    'counsell:counsel shovell:shovel totall:total controll:control compell:compel propell:propel expell:expel repell:repel ' +
    'rebell:rebel excell:excel dispell:dispel impell:impel patroll:patrol extoll:extol equall:equal levell:level rivall:rival ' +
    'marshall:marshal duell:duel tunnell:tunnel funnell:funnel spirall:spiral jewell:jewel ' +
    'traveller:traveler counsellor:counselor councillor:councilor jewellery:jewelry marvellous:marvelous woollen:woolen ' +
    'dialogue:dialog catalogue:catalog analogue:analog fulfil:fulfill fulfilment:fulfillment enrol:enroll enrolment:enrollment ' +
    'instal:install instalment:installment distil:distill skilful:skillful wilful:willful ' +
    'flavour:flavor saviour:savior savour:savor tumour:tumor demeanour:demeanor fervour:fervor candour:candor parlour:parlor ' +
    'honourable:honorable favourable:favorable favourite:favorite colourful:colorful neighbourly:neighborly ' +
    'centimetre:centimeter millimetre:millimeter amphitheatre:amphitheater meagre:meager sombre:somber sceptre:scepter ' +
    'practise:practice judgement:judgment acknowledgement:acknowledgment artefact:artifact mould:mold smoulder:smolder ' +
    'moustache:mustache cosy:cozy sulphate:sulfate haemorrhage:hemorrhage paediatric:pediatric foetus:fetus ' +
    'leukaemia:leukemia anaemia:anemia encyclopaedia:encyclopedia mediaeval:medieval'
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
    'summar symbol sympath synchron terror util victim visual weapon western antagon atom balkan canal capsul categor commercial ' +
    'crystal demon digit dramat econom energ fertil galvan homogen human immun industrial memor mesmer motor natural patron ' +
    'personal plagiar polit pressur pulver random revital revolution romantic sanit scandal sensit social stigmat subsid ' +
    'synthes theor traumat trivial urban vandal vapor verbal'
  ).split(' '),
)

/** The spelling under which a base form is indexed: defence and defense are one word, organise and organize another. */
export function americanSpelling(word: string): string {
  const listed = american.get(word)
  if (listed !== undefined) return listed
  const [, root = '', ending = ''] = /^(.+)is(e|er|ation|ational|able)$/.exec(word) ?? []
  return zRoots.has(root) ? `${root}iz${ending}` : word
}
