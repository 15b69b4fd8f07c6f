import { describe, expect, it } from '@jest/globals'
import { detectLanguage } from '../../../indexer/language/detect-language.ts'

const english =
  'The harbour master of the town said on Monday that the ferry will sail again, and that the crew has been told of it by letter. Nobody was hurt when the engine of the ship failed, which they had not thought likely.'
const texts = {
  bg: 'Кметът на града заяви, че фериботът ще тръгне отново в сряда и че пътниците ще получат парите си обратно, защото двигателят се повреди.',
  de: 'Der Bürgermeister der Stadt teilte mit, dass die Fähre am Mittwoch wieder fährt und dass alle Reisenden ihr Geld zurückbekommen.',
  fa: 'شهردار گفت که کشتی روز چهارشنبه دوباره حرکت خواهد کرد و پول مسافران پس داده می‌شود، چون موتور کشتی خراب شده بود و کسی زخمی نشد.',
  ar: 'قال رئيس البلدية إن العبارة ستبحر مجددا يوم الأربعاء وإن المسافرين سيستعيدون أموالهم لأن محرك السفينة تعطل ولم يصب أحد.',
  kk: 'Қала әкімі паром сәрсенбі күні қайтадан жүретінін, ал жолаушыларға ақшасы қайтарылатынын айтты, өйткені кеме қозғалтқышы бұзылған.',
  ko: '시장은 여객선이 수요일에 다시 출항하며 승객들은 돈을 돌려받을 것이라고 말했다.',
  mk: 'Градоначалникот изјави дека фериботот ќе тргне повторно во среда и дека патниците ќе си ги добијат парите, зашто моторот се расипа, ќе јават.',
  ru: 'Мэр города сообщил, что паром снова выйдет в море в среду, а пассажирам вернут деньги, потому что двигатель судна вышел из строя.',
  sr: 'Градоначелник је рекао да ће трајект поново кренути у среду и да ће путници добити новац назад, јер се мотор покварио, рођаци нису љути.',
  tr: 'Belediye başkanı, feribotun çarşamba günü yeniden sefere çıkacağını ve yolculara paralarının geri verileceğini söyledi.',
  uk: 'Мер міста повідомив, що пором знову вийде в море у середу, а пасажирам повернуть їхні гроші, бо двигун судна вийшов з ладу.',
  zh: '市长表示，渡轮将于星期三重新启航，由于船上发动机发生故障，所有乘客都将得到退款。',
}

describe('the language of a text', () => {
  it.each(Object.entries(texts))('is %s', (language, text) => {
    expect(detectLanguage(text, '')).toBe(language)
  })

  it('is English', () => {
    expect(detectLanguage(english, '')).toBe('en')
  })

  it.each([
    [
      'hr',
      'Gradonačelnik je priopćio da će trajekt ponovno isploviti za dva tjedna i da je sustav u redu.',
    ],
    [
      'sr',
      'Gradonačelnik je saopštio da će trajekt ponovo isploviti za dve nedelje i da je sistem u redu.',
    ],
    [
      'id',
      'Wali kota mengatakan bahwa kapal akan berlayar lagi karena mesinnya sudah bisa diperbaiki kemarin.',
    ],
    [
      'ms',
      'Datuk bandar berkata bahawa feri akan belayar semula kerana enjinnya sudah boleh dibaiki semalam.',
    ],
  ])('is %s and not its twin', (language, text) => {
    expect(detectLanguage(text, '')).toBe(language)
  })

  it('overrules what is declared', () => {
    expect(detectLanguage(texts.ru, 'en-US')).toBe('ru')
    expect(detectLanguage(english, 'ru')).toBe('en')
  })

  it('keeps the declared region where the language is the same', () => {
    expect(detectLanguage(english, 'en-GB')).toBe('en-GB')
    expect(detectLanguage(english, 'en_gb')).toBe('en-GB')
    expect(detectLanguage(texts.zh, 'zh-Hans-CN')).toBe('zh-Hans-CN')
  })

  it('is the declared one where that is not known well, or hardly another', () => {
    const swahili =
      'Meya wa mji alisema kwamba feri itasafiri tena Jumatano na kwamba abiria wote watarudishiwa fedha zao.'
    expect(detectLanguage(swahili, 'sw')).toBe('sw')
    expect(
      detectLanguage(
        'Gradonačelnik je rekao da će brod isploviti u srijedu i da će svi putnici dobiti novac.',
        'bs',
      ),
    ).toBe('bs')
  })

  it('is unknown where English is declared and the text is long and none', () => {
    const xhosa =
      'Usodolophu wesixeko uthe iphenyane liya kuhamba kwakhona ngoLwesithathu yaye bonke abakhweli baya kuyifumana imali yabo, kuba injini yenqanawa yonakele izolo kusasa. Akukho mntu wenzakeleyo, utshilo umthetheli wezibuko, kwaye inqanawa sele ilungisiwe ngamagcisa asuka kwesinye isixeko.'
    expect(detectLanguage(xhosa, 'en-US')).toBe('')
    expect(detectLanguage(xhosa, 'xh')).toBe('xh')
  })

  it.each(['Harbour reopens', 'Berlin Paris Rom', '', '12 345 678'])(
    'is what is declared where %j says too little',
    (text) => {
      expect(detectLanguage(text, 'de-AT')).toBe('de-AT')
      expect(detectLanguage(text, '')).toBe('')
    },
  )

  it.each(['und', 'english', 'x', 'en--US', '<html>'])('is unknown where %j is declared', (tag) => {
    expect(detectLanguage('Harbour reopens', tag)).toBe('')
  })

  it('looks beyond an English menu at the head of a page', () => {
    const menu = 'Home | World | Sport | Sign in | Search\n'
    expect(detectLanguage(menu + texts.ru.repeat(8), '')).toBe('ru')
  })

  it('is not changed by addresses and numbers', () => {
    expect(
      detectLanguage(`https://www.the-harbour-of-the-town.example/the/ferry 12345 ${texts.de}`, ''),
    ).toBe('de')
  })
})
