// @vitest-environment happy-dom
import { readdirSync, readFileSync } from 'node:fs'
import { mount } from '@vue/test-utils'
import axe from 'axe-core'
import { parse, safeParse } from 'valibot'
import { beforeAll, describe, expect, it } from 'vitest'
import { createI18n } from 'vue-i18n'
import { wordsOf, type Written } from '../../src/course/overlay.ts'
import { examples } from '../../src/quiz/examples.ts'
import type { QuestionType } from '../../src/quiz/questionType.ts'
import { types, type Kind } from '../../src/quiz/types.ts'
import { loadViews, viewOf } from '../../src/quiz/views.ts'

const kinds = Object.keys(types) as Kind[]
const words = JSON.parse(readFileSync('locales/en/interface/app.json', 'utf8')) as Record<string, never>
const i18n = createI18n({ legacy: false, locale: 'en', messages: { en: words } })
type Any = QuestionType<unknown, unknown, unknown>
const typeOf = (kind: Kind) => types[kind] as unknown as Any
const rules = { 'color-contrast': { enabled: false }, 'region': { enabled: false }, 'landmark-one-main': { enabled: false }, 'page-has-heading-one': { enabled: false } }

beforeAll(async () => { await loadViews(kinds) })

it('lists every folder of a way of asking, and no other', () => {
  const folders = readdirSync('src/quiz', { withFileTypes: true }).filter(entry => entry.isDirectory()).map(entry => entry.name)
  expect([...kinds].sort()).toEqual(folders.sort())
})

describe.each(kinds)('%s', (kind) => {
  const type = typeOf(kind)
  const { written, replies } = examples[kind]
  const { ask, key, why } = parse(type.written, written)

  it.each(replies)('scores: $says', ({ reply, verdict }) => {
    const scored = type.score(key, parse(type.reply, reply))
    expect(scored).toEqual(verdict.kind === 'points' ? { ...verdict, earned: expect.closeTo(verdict.earned, 6) as number } : verdict)
  })

  it('earns all with the answer it shows', () => {
    const shown = type.answer(key)
    if (shown === null) expect(replies.some(({ verdict }) => verdict.kind === 'points' && verdict.earned === 1)).toBe(false)
    else expect(type.score(key, parse(type.reply, shown))).toMatchObject({ kind: 'points', earned: 1 })
  })

  it('has something to say about every reply that can be judged', () => {
    for (const { reply } of replies) {
      const verdict = type.score(key, reply)
      if (verdict.kind === 'unanswered' || kind === 'reflection') continue
      const told = type.tells?.(reply, verdict) ?? (verdict.kind === 'points' ? Object.keys(verdict.parts) : [])
      const isSlip = verdict.kind === 'points' && Object.values(verdict.parts).every(mark => mark === 'near' || mark === 'missed') && kind === 'text'
      const hasNothingOfItsOwn = kind === 'text' && verdict.kind === 'points' && Object.keys(verdict.parts).join() === 'text' && verdict.earned === 0
      if (!isSlip && !hasNothingOfItsOwn) expect(told.some(id => why[id])).toBe(true)
    }
  })

  it('does not begin answered, and takes no reply of another shape', () => {
    expect(type.score(key, type.blank())).toEqual({ kind: 'unanswered' })
    for (const hostile of [undefined, { a: { b: 1 } }, [[['deep']]], Symbol.iterator]) expect(safeParse(type.reply, hostile).success).toBe(false)
  })

  it('refuses a field it does not know', () => { expect(safeParse(type.written, { ...written as object, sample: 1 }).success).toBe(false) })

  it('names each of its words, and no word is empty', () => {
    const found = Object.entries(wordsOf(written as Written, type.words))
    if (kind !== 'reflection') expect(found.length).toBeGreaterThan(0)
    expect(found.filter(([path, text]) => !text.trim() && !path.endsWith('unit'))).toEqual([])
  })

  it.each([
    { says: 'untouched', reply: type.blank(), parts: {}, locked: false },
    ...replies.filter(({ verdict }) => verdict.kind !== 'unanswered').map(({ says, reply, verdict }) => ({ says: `after: ${says}`, reply, parts: verdict.kind === 'points' ? verdict.parts : {}, locked: true })),
  ])('has an accessible face, $says', async ({ reply, parts, locked }) => {
    const view = mount({ components: { Face: viewOf(kind).face }, template: '<form><fieldset><legend>Prompt</legend><Face v-bind="all" /></fieldset></form>', setup: () => ({ all: { ask, name: `q.${kind}`, parts, locked, modelValue: reply } }) }, { attachTo: document.body, global: { plugins: [i18n] } })
    expect(view.html()).not.toMatch(/\sstyle="/)
    const { violations } = await axe.run(view.element as Element, { rules })
    view.unmount()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html).join(' ')}`)).toEqual([])
  })
})
