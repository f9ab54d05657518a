import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openChromium } from '../chromium.ts'
import { serve } from '../serve.ts'
import { asking, moduleIn, Student, type Coming } from '../student.ts'

const coming: Coming = { language: 'ar', width: 360, touch: true }
let browser: Browser
let host: Awaited<ReturnType<typeof serve>>
beforeAll(async () => {
  browser = await openChromium(inject('chromium'))
  host = await serve(path => readFileSync(`dist${path}`))
})
afterAll(async () => {
  await browser.close()
  await host.close()
})

const [choice, own] = [asking(coming.language, 'choice'), asking(coming.language, 'reflection')]
const words = 'كلمات لا يقرؤها غيري'

/** Answer a question where it stands. */
async function given(student: Student, { path, question }: typeof choice, reply?: unknown) {
  await student.open(path)
  await student.form(question.id).scrollIntoViewIfNeeded()
  await student.page.locator(`form[data-question="${question.id}"][data-alive]`).waitFor()
  await student.answer(question, reply)
}
/** Answer a question where it stands, and see it kept. */
async function answered(student: Student, where: typeof choice, reply?: unknown) {
  await given(student, where, reply)
  await student.page.locator('.next').getByText(student.say('lesson.saved')).waitFor()
}
/** What My data counts. */
async function counts(student: Student): Promise<string[]> {
  await student.open('my-data/')
  await student.page.waitForFunction(() => document.querySelector('html[data-ready]'))
  return student.page.locator('main ul.list').first().locator('li').allInnerTexts()
}
const form = (student: Student, key: string, at: number) => student.say(key).split(' | ')[at] ?? ''

describe('several people share a device', () => {
  const pin = '2468'
  let student: Student
  beforeAll(async () => { student = await Student.comes(browser, host.url, coming) })
  afterAll(async () => { await student.leave() })
  const dialog = () => student.page.locator('dialog')
  async function introduce(name: string, picture: string, pin = '') {
    await student.press(dialog().locator('label.person').filter({ hasText: student.say(`profiles.pictures.${picture}`) }))
    await dialog().getByLabel(student.say('profiles.name')).fill(name)
    await dialog().getByLabel(student.say('profiles.latch')).fill(pin)
    await student.pressButton('profiles.begin', dialog())
    await dialog().waitFor({ state: 'detached' })
  }

  it('the first says who they are, and what they did before is theirs', async () => {
    await answered(student, own, { text: words, levels: {} })
    await student.open('')
    await student.press(student.page.locator('label.way').filter({ hasText: student.say('home.shared') }))
    await introduce('سلمى', 'boat', pin)
    expect(await counts(student)).toContain(form(student, 'data.texts', 1))
  })

  it('the next begins anew: nothing of the first is in sight, neither in the lesson nor in a quiz that was open', async () => {
    const { page } = student
    await student.open(`${own.path.split('/')[0] ?? ''}/quiz/`)
    await student.pressButton('run.begin')
    await page.locator('form.question').waitFor()
    await student.pressButton('frame.nextLearner')
    await student.pressButton('profiles.new', dialog())
    await introduce('سامي', 'kite')
    expect(await page.locator('form.question').count()).toBe(0)
    await student.press(page.locator('.eyebrow a').first())
    await student.press(page.locator(`a.thread[href$="/${own.path}"]`))
    await student.form(own.question.id).scrollIntoViewIfNeeded()
    await page.locator(`form[data-question="${own.question.id}"][data-alive]`).waitFor()
    expect(await student.form(own.question.id).locator('textarea').inputValue()).toBe('')
    expect(await counts(student)).toEqual(['data.answers', 'data.lessons', 'data.texts'].map(key => form(student, key, 0)))
  })

  it('the first comes back with the PIN and no other, and finds their words', async () => {
    const { page } = student
    await student.pressButton('frame.nextLearner')
    await student.press(dialog().getByRole('button', { name: 'سلمى' }))
    await dialog().getByLabel(student.say('profiles.enter')).fill('1111')
    await student.pressButton('profiles.begin', dialog())
    await dialog().getByText(student.say('profiles.wrong')).waitFor()
    await dialog().getByLabel(student.say('profiles.enter')).fill(pin)
    await student.pressButton('profiles.begin', dialog())
    await dialog().waitFor({ state: 'detached' })
    await student.open(own.path)
    await student.form(own.question.id).scrollIntoViewIfNeeded()
    await expect.poll(() => student.form(own.question.id).locator('textarea').inputValue()).toBe(words)
    expect({ outside: student.outside, logged: student.logged }).toEqual({ outside: [], logged: [] })
    await page.close()
  })
})

describe('what is mine', () => {
  let student: Student
  let bare: string
  let whole: string
  beforeAll(async () => { student = await Student.comes(browser, host.url, coming) })
  afterAll(async () => { await student.leave() })
  async function saved(): Promise<string> {
    const [download] = await Promise.all([student.page.waitForEvent('download'), student.pressButton('data.save')])
    expect(download.suggestedFilename()).toMatch(/\.peace\.json$/)
    return readFileSync(await download.path(), 'utf8')
  }
  const choose = (text: string) => student.page.locator('input[type=file]').setInputFiles({ name: 'x.peace.json', mimeType: 'application/json', buffer: Buffer.from(text) })

  it('goes into a file: my own words only when I ask for it', async () => {
    await answered(student, choice)
    await answered(student, own, { text: words, levels: {} })
    expect(await counts(student)).toEqual([form(student, 'data.answers', 2), form(student, 'data.lessons', 0), form(student, 'data.texts', 1)])
    bare = await saved()
    await student.press(student.page.locator('label.way').filter({ hasText: student.say('data.withTexts') }))
    whole = await saved()
    expect([bare, whole].map(text => text.includes(words))).toEqual([false, true])
    expect(bare).toContain(choice.question.id)
  })

  it('is deleted for good: nothing of the course is left on this device, and nothing is shown', async () => {
    const { page } = student
    await student.pressButton('data.wipe')
    await student.pressButton('data.wipeSure')
    await page.getByText(student.say('data.wiped')).waitFor()
    const left = await page.evaluate(async () => ({ local: { ...localStorage }, session: { ...sessionStorage }, databases: await indexedDB.databases(), caches: await caches.keys(), workers: (await navigator.serviceWorker.getRegistrations()).length }))
    expect(left).toEqual({ local: {}, session: {}, databases: [], caches: [], workers: 0 })
    expect(await counts(student)).toEqual(['data.answers', 'data.lessons', 'data.texts'].map(key => form(student, key, 0)))
  })

  it.each([
    ['damaged', () => whole.replace(choice.question.id, `${choice.question.id}x`)],
    ['not-ours', () => JSON.stringify({ app: 'another', format: 1 })],
    ['not-json', () => 'Dear diary'],
    ['from-a-newer-app', () => whole.replace('"format": 1', '"format": 2')],
    ['hostile-keys', () => whole.replace('"format": 1', '"format": 1, "__proto__": {}')],
  ] satisfies [string, () => string][])('is not taken from a file that is %s: a sentence says what to do', async (problem, text) => {
    await choose(text())
    await student.page.getByText(student.say(`data.problem.${problem}`)).waitFor()
    expect(await student.button('data.apply').count()).toBe(0)
  })

  it('comes back from the file whole, and is found where it was given', async () => {
    const { page } = student
    await choose(whole)
    await student.pressButton('data.apply')
    await page.getByText(student.say('data.restored')).waitFor()
    expect(await counts(student)).toEqual([form(student, 'data.answers', 2), form(student, 'data.lessons', 0), form(student, 'data.texts', 1)])
    await student.open(own.path)
    await student.form(own.question.id).scrollIntoViewIfNeeded()
    await expect.poll(() => student.form(own.question.id).locator('textarea').inputValue()).toBe(words)
    expect({ outside: student.outside, logged: student.logged }).toEqual({ outside: [], logged: [] })
  })
})

describe('who keeps nothing', () => {
  it('learns all the same, and leaves no more than was there before', async () => {
    const student = await Student.comes(browser, host.url, coming)
    const { page, context } = student
    const module = moduleIn(coming.language)
    const held = async () => ({ ...await context.storageState({ indexedDB: true }), session: await page.evaluate(() => ({ ...sessionStorage })), name: await page.evaluate(() => window.name) })
    await student.open('')
    await student.press(page.locator('label.way').filter({ hasText: student.say('home.nothing') }))
    const before = await held()
    await given(student, choice)
    await given(student, own, { text: words, levels: {} })
    expect(await page.locator('.next').getByText(student.say('lesson.saved')).count()).toBe(0)
    await student.pressButton('lesson.short')
    await student.pressButton('lesson.finish')
    await page.locator('.next').getByText(student.say('lesson.finished')).waitFor()
    await student.open(`${module.id}/quiz/`)
    await student.pressButton('run.begin')
    await student.answer(await student.asked(module.bank.questions))
    await student.pressButton('frame.reading')
    await student.press(page.locator('dialog label').filter({ hasText: student.say('reading.themes.dark') }))
    await page.keyboard.press('Escape')
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark')
    await student.press(student.button('frame.help').first())
    await student.pressButton('help.edit')
    await student.pressButton('help.add')
    await page.getByLabel(student.say('help.number'), { exact: true }).fill('+000 11 22')
    await page.keyboard.press('Escape')
    await page.locator('.bar .menu summary').tap()
    await page.locator('.bar .menu').getByRole('link', { name: 'English' }).tap()
    await page.waitForFunction(() => document.documentElement.lang === 'en')
    await page.waitForTimeout(4000) // what is done at rest
    expect(await held()).toEqual(before)
    expect({ outside: student.outside, logged: student.logged }).toEqual({ outside: [], logged: [] })
    await student.leave()
  })
})
