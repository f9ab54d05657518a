import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import type { UserConfig } from 'vite'
import { types, type Kind } from '../../src/quiz/types.ts'
import config from '../../vite.config.ts'
import { openChromium } from '../chromium.ts'
import { asksOf, lessonsIn, moduleIn, Student } from '../student.ts'

const kinds = Object.keys(types) as Kind[] // keys of our own list
let browser: Browser
/** The chunk that holds a kind: one that it shares with others like it, or one of its own. */
let chunkOf: (kind: Kind) => string
beforeAll(async () => {
  browser = await openChromium(inject('chromium'))
  const { build } = await config({ mode: 'production', command: 'build' }) as UserConfig // the function gives one
  const { codeSplitting } = build?.rolldownOptions?.output as { codeSplitting: { groups: { name: string, test: RegExp }[] } } // our own config
  chunkOf = kind => codeSplitting.groups.find(({ test }) => test.test(`src/quiz/${kind}/${kind}.ts`))?.name ?? kind
})
afterAll(async () => { await browser.close() })

const plainest = [...lessonsIn('en')].sort((one, other) => one.kinds.length - other.kinds.length)[0] ?? expect.fail('there is no lesson')
const first = asksOf(moduleIn('en').lessons[0] ?? plainest).find(question => question.kind === 'choice')

it.each([
  { page: 'the start page', path: '', shown: [first?.kind ?? 'choice'] },
  { page: 'a lesson', path: `${plainest.module}/${plainest.id}/`, shown: plainest.kinds },
  { page: 'the glossary', path: 'glossary/', shown: [] },
])('$page loads the kinds it shows, and no other', async ({ path, shown }) => {
  const student = await Student.comes(browser, inject('site'), { language: 'en', width: 1280, touch: false }, { serviceWorkers: 'block' })
  const asked = new Set<string>()
  student.page.on('request', request => asked.add((/\/assets\/(.+)-[\w-]{8}\.js$/.exec(request.url())?.[1] ?? '').toLowerCase()))
  await student.open(path)
  for (const form of await student.page.locator('form.question').all()) {
    await form.scrollIntoViewIfNeeded()
    await student.page.waitForFunction(id => document.querySelector(`form[data-question="${id ?? ''}"]`)?.hasAttribute('data-alive'), await form.getAttribute('data-question'))
  }
  const chunks = new Set(kinds.map(chunkOf))
  expect([...asked].filter(name => chunks.has(name)).sort()).toEqual([...new Set(shown.map(chunkOf))].sort())
  await student.leave()
})
