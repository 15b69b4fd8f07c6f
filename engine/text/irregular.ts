/** Words that only look inflected: what is left without their ending is another word, or none. */
export const uninflected: ReadonlySet<string> = new Set(
  // Singular, or a word of its own in the plural.
  (
    'news species series hamas gas bias atlas canvas alias alas whereas overseas habeas christmas sars aids arms corps chaos ' +
    'means does goes ours lets evers clothes clothing https always perhaps sometimes headquarters ' +
    // The science or the trade, beside an adjective.
    'economics politics geopolitics ethics physics mathematics aeronautics avionics electronics ballistics logistics dynamics ' +
    'mechanics robotics genetics athletics analytics hydraulics ' +
    // Places.
    'texas kansas arkansas vegas dallas honduras bahamas caracas emirates united cyprus beijing nanjing tigris rhodes netherlands ' +
    'philippines ' +
    // Names of people, whose shorter forms are names too, and of media and makers.
    'thomas lucas nicolas nikolas nicholas douglas abbas vargas jonas elias tobias costas fars mars iris aegis boeing ' +
    'williams roberts richards peters adams stevens stephens edwards daniels phillips andrews matthews mathews michaels rogers ' +
    'walters simons owens evans johns davids jacobs samuels abrams brooks brookings jennings hastings cummings billings ' +
    'rawlings manning carlos marcos santos sanders jared ahmed mohammed mohamed muhammed khaled rashed hamed ' +
    // Neither -ing nor -ed is an ending here.
    'something anything nothing everything during morning evening wedding ceiling king ring string spring thing being ' +
    'red bed speed need feed seed indeed succeed exceed proceed hundred hatred sacred kindred naked wicked crooked beloved'
  ).split(' '),
)

/** Plurals of words in -i and -u, which are otherwise left alone as singulars are: crisis, focus. */
const pluralsOfVowels =
  'israelis saudis iraqis iranis pakistanis bangladeshis kuwaitis omanis qataris emiratis yemenis bahrainis azeris somalis ' +
  'nepalis kashmiris punjabis balochis sunnis houthis yazidis nazis jihadis rabbis taxis skis alibis safaris ' +
  'hindus menus gurus bureaus plateaus chateaus'

/** Inflections that the rules would read otherwise, with their base forms; irregular verbs and plurals are not among them. */
const others =
  'movies:movie cookies:cookie selfies:selfie calories:calorie junkies:junkie zombies:zombie rookies:rookie prairies:prairie ' +
  'dies:die died:die dying:die lies:lie lied:lie lying:lie ties:tie tied:tie tying:tie vies:vie vied:vie vying:vie ' +
  'added:add adding:add erred:err erring:err egged:egg egging:egg freed:free freeing:free sued:sue suing:sue ' +
  'urged:urge urging:urge edged:edge edging:edge eased:ease easing:ease ' +
  'succeeded:succeed succeeding:succeed exceeded:exceed exceeding:exceed proceeded:proceed proceeding:proceed ' +
  'proceedings:proceed interfered:interfere interfering:interfere adhered:adhere adhering:adhere ' +
  'persevered:persevere persevering:persevere staffed:staff staffing:staff stuffed:stuff stuffing:stuff ' +
  'bluffed:bluff bluffing:bluff ' +
  'focuses:focus focused:focus focusing:focus focusses:focus focussed:focus focussing:focus biased:bias biases:bias ' +
  'caucuses:caucus caucused:caucus caucusing:caucus campuses:campus viruses:virus coronaviruses:coronavirus statuses:status ' +
  'bonuses:bonus surpluses:surplus censuses:census apparatuses:apparatus fetuses:fetus geniuses:genius choruses:chorus ' +
  'circuses:circus pluses:plus minuses:minus buses:bus bused:bus busing:bus gases:gas canvases:canvas aliases:alias atlases:atlas ' +
  'crises:crisis panicked:panic panicking:panic trafficked:traffic trafficking:traffic mimicked:mimic mimicking:mimic'

/** The base forms of inflections that rules would not find. */
export const listedBases: ReadonlyMap<string, string> = new Map([
  ...pluralsOfVowels.split(' ').map((plural): [string, string] => [plural, plural.slice(0, -1)]),
  ...others.split(' ').map((pair): [string, string] => {
    const [word = '', base = ''] = pair.split(':')
    return [word, base]
  }),
])
