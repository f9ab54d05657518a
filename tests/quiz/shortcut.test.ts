// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { optionsAt, shortcutOf } from '../../src/quiz/shortcut.ts'

document.body.innerHTML = `<form>
  <fieldset id="face"><fieldset id="verdict"><input type="radio" id="true"><input type="radio" id="false"></fieldset><fieldset id="reason"><input type="radio" id="quiet"></fieldset><select id="list"></select><input type="text" id="typed"><textarea id="own"></textarea></fieldset>
  <button id="check"></button><fieldset id="sure"><input type="radio" id="guess"></fieldset>
</form>`
const at = (id: string) => document.getElementById(id)
const press = (key: string, more: Partial<KeyboardEvent> = {}) => shortcutOf({ key, code: '', ctrlKey: false, metaKey: false, altKey: false, isComposing: false, target: at('true'), ...more })

describe('a single key in a question', () => {
  it.each([['1', 0], ['9', 8], ['a', 0], ['G', 6], ['h', 'hint'], ['0', null], ['z', null], ['Tab', null], ['Enter', null]] as const)('%s asks for %s', (key, wanted) => { expect(press(key)).toBe(wanted) })
  it.each([['ا', 'KeyH', 'hint'], ['ش', 'KeyA', 0], ['٢', 'Digit2', 1], ['é', 'Digit2', 1], ['р', 'KeyH', 'hint']] as const)('%s, on a keyboard of another script, counts by where it lies', (key, code, wanted) => { expect(press(key, { code })).toBe(wanted) })
  it('counts by what it says where letters lie otherwise', () => { expect(press('h', { code: 'KeyJ' })).toBe('hint') })
  it.each(['list', 'typed', 'own'])('is somebody’s own where one types or picks: %s', (id) => { expect(press('1', { target: at(id) })).toBeNull() })
  it.each(['ctrlKey', 'metaKey', 'altKey', 'isComposing'] as const)('means something else with %s', (held) => { expect(press('1', { [held]: true })).toBeNull() })
  it('checks with Ctrl and Enter even where one types', () => { expect(press('Enter', { ctrlKey: true, target: at('own') })).toBe('check') })
})

describe('what the numbers stand for', () => {
  const optionsOf = (id: string) => optionsAt({ currentTarget: document.querySelector('form'), target: at(id) }).map(each => each.id)

  it('is the group one stands in', () => { expect([optionsOf('false'), optionsOf('quiet'), optionsOf('guess')]).toEqual([['true', 'false'], ['quiet'], ['guess']]) })
  it('is the whole question elsewhere, and never how sure one is', () => { expect(optionsOf('check')).toEqual(['true', 'false', 'quiet']) })
})
