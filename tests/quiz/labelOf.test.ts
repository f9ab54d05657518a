import { expect, it } from 'vitest'
import { labelOf } from '../../src/quiz/labelOf.ts'

const option = (id: string) => ({ id, text: `Words of ${id}` })

it.each([
  ['an option', { options: [option('a'), option('b')] }, 'b', 'Words of b'],
  ['a row, not what it is put into', { groups: [{ id: 'need', text: 'A group' }], items: [option('need')] }, 'need', 'Words of need'],
  ['an option of a gap, even where the gap is called like another option', { gaps: { decide: [option('decide'), option('ask')] } }, 'decide/ask', 'Words of ask'],
  ['an outcome', { criteria: [option('often')], outcomes: [option('door')] }, 'outcome/door', 'Words of door'],
  ['a criterion, whatever the reading', { criteria: [option('often')], outcomes: [option('door')] }, 'often/other', 'Words of often'],
  ['nothing, where nothing was called so', { min: 0, max: 9 }, 'low', ''],
])('says the words of %s', (_what, ask, id, label) => { expect(labelOf(ask, id)).toBe(label) })
