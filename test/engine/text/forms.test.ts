import { describe, expect, it } from '@jest/globals'
import { analyse } from '../../../engine/text/analyse.ts'

describe('forms are the words as written, folded only', () => {
  it.each([
    ['Deliveries', 'delivery', 'deliveries'],
    ['Erdoğan’s', 'erdogan', 'erdogan'],
    ['DEFENCE', 'defense', 'defence'],
    ['organising', 'organize', 'organising'],
    ["O'Briens", 'obrien', 'obriens'],
    ['S-300s', 's-300', 's-300'],
    ['U.S.', 'u.s', 'u.s'],
    ['US', 'u.s', 'u.s'],
    ['U.N.', 'un', 'un'],
    ['1,000', '1000', '1000'],
  ])('%s has the term %s and the form %s', (written, term, form) => {
    const { terms, forms } = analyse(written)
    expect({ terms, forms }).toEqual({ terms: [term], forms: [form] })
  })

  it('stand at every position', () => {
    const { terms, forms } = analyse('The S 300s, long-overdue deliveries to Iran’s army')
    expect(forms).toEqual(['the', 's-300', 'long', 'overdue', 'deliveries', 'to', 'iran', 'army'])
    expect(terms).toHaveLength(forms.length)
  })
})
