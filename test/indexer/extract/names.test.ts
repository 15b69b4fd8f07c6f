import { describe, expect, it } from '@jest/globals'
import { slug } from '../../../indexer/extract/names.ts'

describe('the id of a name', () => {
  it.each([
    ['Hossein Dehghan', 'hossein-dehghan'],
    ['Recep Tayyip Erdoğan', 'recep-tayyip-erdogan'],
    ['Łódź', 'lodz'],
    ['Sean O’Brien', 'sean-obrien'],
    ['Сергей Лавров', 'sergei-lavrov'],
    ['Андрей Ёлкин', 'andrei-elkin'],
    ['Ілля Щукін', 'illya-shchukin'],
    ['Əliyev', 'aliyev'],
    ['新华社', '新华社'],
    ['—', 'unnamed'],
  ])('of %s is %s', (name, id) => {
    expect(slug(name)).toBe(id)
  })
})
