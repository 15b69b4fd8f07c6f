import { describe, expect, it } from '@jest/globals'
import { removalsOf } from './removals-of.ts'

describe.each([
  [
    'advertisement',
    [
      'Advertisement',
      'ADVERTISEMENT',
      'Advertisement Continue reading the main story',
      'Story Continued Below',
      'Story continues below advertisement',
      'AD',
    ],
    ['Advertisement revenue fell.', 'Ad', 'The story continues in Kyiv'],
  ],
  [
    'newsletter prompt',
    [
      'SIGN UP for our newsletter ✉️ :',
      'Get the latest stories delivered straight to you',
      'Subscribe',
      'Daily news delivered to your inbox: sign up for our newsletter',
      'By signing up, you agree to our Privacy Policy',
    ],
    [
      'Young men sign up for the army in their thousands.',
      '“Sign up for our newsletter,” he said.',
      'Subscribers pay more in Mali.',
    ],
  ],
  [
    'appeal for support',
    [
      'Support The Specimen Gazette!',
      'Donate now',
      'Become a member',
      'Support independent journalism',
    ],
    ['Support for the talks grows!?', 'Donate blood, the ministry asked readers.'],
  ],
  [
    'sharing and comments',
    [
      'Share Tweet Email',
      'SHARE THIS ARTICLE Share Tweet Post Email',
      'Follow us on Facebook and Twitter',
      'Follow @specimen',
      'Like us on Facebook',
      'View comments',
      'Read or Share this story: http://paper.example/a',
      'Follow Ann Lee on Twitter: @annlee',
    ],
    [
      'Follow the money to Cyprus.',
      'Twitter',
      'Email',
      'Shares fell in Moscow.',
      'Comments by the minister followed.',
    ],
  ],
  [
    'call to click',
    [
      'CLICK HERE TO GET THE SPECIMEN APP',
      'Click here',
      'Click for more from the Specimen Gazette.',
      'For all our coverage, click here.',
      'Read Latest Breaking News From The Specimen',
    ],
    ['Clicks and cuts fill the recording.'],
  ],
  [
    'reader poll',
    [
      'Urgent Poll:',
      'Who Won the Debate? Vote Here!',
      'Should the minister go? Vote Now in Urgent Poll',
    ],
    ['Urgent talks began.', 'They vote here on Sunday.'],
  ],
  [
    'teaser',
    [
      'Related: Frigate returns to port',
      'RELATED: Frigate returns.',
      'Also read: Frigate returns',
      'SEE ALSO: Frigate returns to port',
      'Read more »',
      'READ MORE: Frigate returns',
      '( PHOTOS: Ten frigates)',
      'More On This...',
      'Slideshow (5 Images)',
      'Ruritania: how the frigate returned Read more',
    ],
    [
      'Related weapons were found.',
      'See: no missile was ever sent.',
      'Also: nobody was hurt.',
      'They read more than they write.',
    ],
  ],
  [
    'copyright notice',
    [
      '© 2016 Specimen Wire',
      'Copyright 2016 Specimen Wire. All rights reserved. This material may not be published, broadcast, rewritten or redistributed.',
      'COPYRIGHT 2017 SPECIMEN.EXAMPLE',
      '(c) 2016 Specimen Wire. All rights reserved.',
    ],
    ['Copyright law is strict in Ruritania.', 'All rights of the detained were reserved.'],
  ],
  [
    'cookie notice',
    [
      'This site uses cookies.',
      'We use cookies to give you the best experience.',
      'Accept all cookies',
      'By continuing to browse you agree to our use of cookies.',
    ],
    ['“We use cookies,” the baker said.', 'Cookies are a Dutch word.'],
  ],
  [
    'photo credit',
    [
      'FILE PHOTO: A frigate at sea. REUTERS/Jo Park',
      'Ministers at the table. (Photo by Jo Park/AFP via Getty Images)',
      'A frigate at sea. (Jo Park/Reuters)',
      'Minister with presidentReuters',
      'Minister with presidentFILE PHOTO / Specimen Wire',
      'Image copyright AFP Image caption A frigate',
      'Enlarge this image toggle caption Jo Park/AP Jo Park/AP',
      'A frigate at sea. Jo Park/AFP via Getty Images',
    ],
    [
      'The ship left, a source told Reuters',
      'The ship left. (Reuters)',
      'He spoke to AFP.',
      'Photo finish in Ruritania.',
    ],
  ],
])('the step “%s”', (step, noise, sentences) => {
  it.each(noise)('removes the line “%s”', (line) => {
    expect(removalsOf(line)).toEqual({ left: [], steps: [step] })
  })

  it.each(sentences)('leaves “%s”', (line) => {
    expect(removalsOf(line)).toEqual({ left: [line], steps: [] })
  })
})

describe('what stands inside a paragraph', () => {
  it.each([
    ['a teaser', 'The ship left. (RELATED: Frigate returns to port) It came back.'],
    ['a credit', 'The ship left. (Photo by Jo Park/Specimen Wire) It came back.'],
  ])('loses %s', (_, paragraph) => {
    expect(removalsOf(paragraph).left).toEqual(['The ship left. It came back.'])
  })

  it('keeps the brackets of the article', () => {
    const paragraph = 'The ship (see also: frigates) left (Photos were not allowed) at noon.'
    expect(removalsOf(paragraph).left).toEqual([paragraph])
  })
})

describe('an appeal of several paragraphs', () => {
  const appeal = [
    '… we have a small favor to ask.',
    'As you may have heard, we need your help to continue our critical mission.',
    'Your support makes a world of difference. If you can, support our journalism. Thank you.',
    'Continue',
    'Read more',
  ]

  it('goes from its opening to its buttons', () => {
    expect(removalsOf(...appeal).left).toEqual([])
  })

  it('ends where the article goes on', () => {
    const paragraph = 'The frigate left Odessa at noon.'
    expect(removalsOf(...appeal, paragraph).left).toEqual([paragraph])
  })

  it('is none where somebody is quoted', () => {
    const quoted = '“We have a favor to ask,” the envoy said of our support.'
    expect(removalsOf(quoted).left).toEqual([quoted])
  })
})

describe('names of networks', () => {
  it('are a bar where they stand together', () => {
    expect(removalsOf('Facebook', 'Twitter', 'WhatsApp').left).toEqual([])
  })
})

describe('a question below the heading of a poll', () => {
  it('goes with it', () => {
    expect(removalsOf('Urgent:', 'Who is your choice for the crown?').left).toEqual([])
  })
})

describe('a caption that stands on two lines, once with its credit', () => {
  it('goes whole', () => {
    const caption = 'Minister Dehqan with President Rouhani'
    expect(removalsOf(caption, `${caption}Reuters`).left).toEqual([])
  })
})
