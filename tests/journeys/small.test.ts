import { rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { compileCourse } from '../../src/build/compileCourse.ts'
import { questionsOf, type Bank, type Lesson } from '../../src/course/lesson.ts'
import { types } from '../../src/quiz/types.ts'
import { openChromium } from '../chromium.ts'
import { answer, fullReply, give } from '../hand.ts'
import { serve } from '../serve.ts'
import { buildSmall, makeSmall, readFrom, small } from '../smallCourse.ts'
import { untilKept } from '../upgrades.ts'

const bases = ['/', '/sub/', '/sub/deep/'] as const
const [everyWay, oneMore] = small.lessons
const folders: string[] = []
let sites: string[]
let browser: Browser
let lesson: Lesson
let bank: Bank
beforeAll(async () => {
  const root = makeSmall()
  folders.push(root)
  const { pieces } = compileCourse(root)
  lesson = pieces.get(`en/${small.module}/${everyWay}`) as Lesson // the piece of a lesson's name is a lesson
  bank = pieces.get(`en/${small.module}/bank`) as Bank // and this one a bank
  sites = await Promise.all(bases.map(base => buildSmall(base)))
  folders.push(...sites.map(site => join(site, '..')))
  browser = await openChromium(inject('chromium'))
})
afterAll(async () => {
  await browser.close()
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})
const questions = () => lesson.parts.flatMap(part => questionsOf(part.blocks))
const ofKind = (kind: string) => questions().find(question => question.kind === kind) ?? expect.fail(`the small course asks no ${kind}`)
const formOf = (page: Page, id: string) => page.locator(`form[data-question="${id}"]`)
const ready = (page: Page) => page.waitForSelector('html[data-ready]', { state: 'attached' })

interface Noted { t: string, d: { question: string, earned?: number, reply?: unknown, text?: string } }
/** What stands in local storage of the answers given. */
const noted = (page: Page) => page.evaluate(() => Object.entries(localStorage).filter(([key]) => /^peace\.[a-z0-9]+\.e\./.test(key)).map(([, text]) => JSON.parse(String(text)) as Noted))

describe('before the scripts have come', () => {
  async function held(path: string) {
    const host = await serve(readFrom(sites[0] ?? ''))
    const page = await browser.newPage({ serviceWorkers: 'block' })
    let release: () => void = () => undefined
    const whenReleased = new Promise<void>((go) => { release = go })
    await page.route(/\/assets\/.*\.js$/, async (route) => { await whenReleased; await route.continue().catch(() => undefined) }) // the page may be gone by then
    await page.goto(host.url + path, { waitUntil: 'commit' })
    return { page, release, close: async () => { release(); await page.close(); await host.close() } }
  }

  it('an answer is taken up, judged and kept, whatever way it was asked', async () => {
    const from = Date.now()
    const { page, release, close } = await held(`/en/${small.module}/${everyWay}/`)
    for (const question of questions()) {
      await give(formOf(page, question.id), question, fullReply(question))
      await formOf(page, question.id).locator('button[type=submit]').click()
    }
    await page.waitForTimeout(Math.max(0, 3000 - (Date.now() - from)))
    expect(await page.locator('.verdict').count()).toBe(0)
    release()
    await page.waitForFunction(count => document.querySelectorAll('form[data-phase=settled]').length === count, questions().length)
    await page.waitForFunction(count => Object.keys(localStorage).filter(key => /^peace\.[a-z0-9]+\.e\./.test(key)).length === count, questions().length + 1) // and one's own words
    const events = await noted(page)
    const earned = Object.fromEntries(events.filter(event => event.t === 'answered').map(({ d }) => [d.question, d.earned ?? 'open']))
    expect(earned).toEqual(Object.fromEntries(questions().map(({ id, kind, key }) => [id, (types[kind].answer as (key: unknown) => unknown)(key) === null ? 'open' : 1]))) // the key is of its own kind
    for (const kind of ['scale', 'scenario']) expect(events.find(event => event.d.question === `small.${kind}`)?.d.reply).toEqual(fullReply(ofKind(kind)))
    expect(events.find(event => event.t === 'wrote')?.d.text).toBe((fullReply(ofKind('reflection')) as { text: string }).text)
    await close()
  })

  it.each([
    ['by the button', (page: Page) => page.locator('button[data-tap=leave]').click()],
    ['by Shift three times', async (page: Page) => { for (let nth = 0; nth < 3; nth++) await page.keyboard.press('Shift') }],
  ])('a heavy page is left at once, %s', async (_how, leave) => {
    const { page, close } = await held(`/en/${small.module}/${everyWay}/`)
    await page.locator('button[data-tap=leave]').waitFor()
    await leave(page)
    await page.waitForURL(/\/plain\//)
    await close()
  })
})

describe.each(bases.map((base, at) => ({ base, at })))('served below $base', ({ base, at }) => {
  it('home, module, lesson, answer and reload without a network: nothing leaves the base', async () => {
    const host = await serve(readFrom(sites[at] ?? ''), { base })
    const context = await browser.newContext({ locale: 'en' })
    const elsewhere: string[] = []
    const wrong: string[] = []
    context.on('request', (request) => { if (!request.url().startsWith(`${host.url}/`)) elsewhere.push(request.url()) })
    context.on('response', (response) => { if (response.status() === 404) wrong.push(`${response.status()} ${response.url()}`) })
    const page = await context.newPage()
    await page.goto(`${host.url}/`)
    await page.waitForURL(`${host.url}/en/`)
    await ready(page)
    await page.locator('.modules a').click()
    await page.waitForURL(`${host.url}/en/${small.module}/`)
    await page.locator(`a.thread[href$="/${oneMore}/"]`).click()
    await page.waitForURL(`${host.url}/en/${small.module}/${oneMore}/`)
    const again = bank.questions.find(question => question.id === 'small.again') ?? expect.fail('small.again is gone')
    await answer(formOf(page, again.id), again)
    await page.getByText('· Saved').waitFor()

    await page.goto(`${host.url}/en/${small.module}/${everyWay}/`)
    await ready(page)
    expect(await page.locator('link[rel=alternate]').evaluateAll(links => links.map(link => (link as HTMLLinkElement).href))).toEqual(['ar', 'en'].map(lang => `${host.url}/${lang}/${small.module}/${everyWay}/`))
    const claim = ofKind('claim')
    await answer(formOf(page, claim.id), claim)
    await formOf(page, claim.id).getByRole('button', { name: 'Ask a friend' }).click()
    const link = await page.locator('dialog svg.qr').getAttribute('aria-label') ?? ''
    const [, question, reply = ''] = /#1\/([^/]+)\/([^/]+)\//.exec(link) ?? []
    expect(link.startsWith(`${host.url}/en/friend/#1/`)).toBe(true)
    expect({ question, reply: JSON.parse(atob(reply)) as unknown }).toEqual({ question: claim.id, reply: fullReply(claim) })
    await page.keyboard.press('Escape')

    const manifest = await page.evaluate(async () => {
      const link = document.querySelector<HTMLLinkElement>('link[rel=manifest]')?.href ?? ''
      return await (await fetch(link)).json() as { id: string, start_url: string, scope: string, icons: { src: string }[] }
    })
    expect({ id: manifest.id, start: manifest.start_url, scope: manifest.scope }).toEqual({ id: base, start: `${base}en/`, scope: base })
    expect(manifest.icons.filter(icon => !icon.src.startsWith(base) && !icon.src.startsWith('data:'))).toEqual([])
    await untilKept(page)
    expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.scope)).toBe(`${host.url}/`)

    await host.close()
    await page.reload()
    await ready(page)
    expect(await page.locator('h1').innerText()).toBe(lesson.title)
    await page.goto(`${host.url}/en/my-data/`)
    await page.getByText('2 answers', { exact: true }).waitFor()
    await page.goto(`${host.url}/ar/`)
    expect(await page.locator('a[lang=en]').getAttribute('href')).toBe(`${host.url}/en/`)
    await page.goto(`${host.url}/en/${small.module}/${everyWay}/`)
    await page.locator('button[data-tap=leave]').click()
    await page.waitForURL(`${host.url}/plain/index.html`)
    expect(await page.title()).toBe('12 × 12')
    expect({ elsewhere, wrong }).toEqual({ elsewhere: [], wrong: [] })
    await context.close()
  })
})

describe('the language is changed', () => {
  const arabic = /^عربي /
  const to = async (page: Page, name: string) => {
    await page.locator('.bar .menu summary').click()
    await page.locator('.bar .menu').getByRole('link', { name }).click()
  }
  async function open(path: string, then: (page: Page) => Promise<void>) {
    const host = await serve(readFrom(sites[0] ?? ''))
    const page = await browser.newPage({ serviceWorkers: 'block' })
    await page.goto(host.url + path)
    await ready(page)
    await then(page)
    await page.close()
    await host.close()
  }

  it('in the middle of a lesson: every question speaks it, and every answer is still there', () => open(`/en/${small.module}/${everyWay}/`, async (page) => {
    const [choice, text] = [ofKind('choice'), ofKind('text')]
    await give(formOf(page, choice.id), choice, fullReply(choice))
    await give(formOf(page, text.id), text, 'me')
    await to(page, 'العربية')
    await page.waitForURL(`**/ar/${small.module}/${everyWay}/`)
    await page.waitForFunction(count => document.querySelectorAll('form[data-alive]').length === count, questions().length)
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
    const prompts = await page.locator('form legend.prompt').allInnerTexts()
    expect(prompts.filter(prompt => !arabic.test(prompt))).toEqual([])
    expect(await formOf(page, text.id).locator('input[type=text]').inputValue()).toBe('me')
    await formOf(page, choice.id).locator('button[type=submit]').click()
    expect(await formOf(page, choice.id).locator('.why').innerText()).toMatch(arabic)
    await to(page, 'English')
    await page.waitForURL(`**/en/${small.module}/${everyWay}/`)
    expect(await formOf(page, choice.id).locator('.why').innerText()).not.toMatch(arabic)
    expect(await formOf(page, text.id).locator('input[type=text]').inputValue()).toBe('me')
  }))

  it('in the middle of a quiz: the question speaks it, and the run goes on', () => open(`/en/${small.module}/quiz/`, async (page) => {
    await page.getByRole('button', { name: 'Begin' }).click()
    await page.getByRole('button', { name: 'Pass' }).click()
    const id = await page.locator('form.question').getAttribute('data-question') ?? ''
    const question = bank.questions.find(each => each.id === id) ?? expect.fail(`the bank has no ${id}`)
    await give(formOf(page, id), question, fullReply(question))
    await to(page, 'العربية')
    await page.waitForURL(`**/ar/${small.module}/quiz/`)
    await page.waitForFunction(() => document.documentElement.lang === 'ar')
    expect(await formOf(page, id).locator('legend.prompt').innerText()).toMatch(arabic)
    await formOf(page, id).locator('button[type=submit]').click()
    await formOf(page, id).locator('.verdict[data-mark=right]').waitFor()
    expect(await formOf(page, id).locator('.why').first().innerText()).toMatch(arabic)
  }))

  it('by a friend who was asked: both choices stand side by side in it, and no profile is needed', () => open(`/en/${small.module}/${everyWay}/`, async (page) => {
    const claim = ofKind('claim')
    await answer(formOf(page, claim.id), claim)
    await formOf(page, claim.id).getByRole('button', { name: 'Ask a friend' }).click()
    const link = await page.locator('dialog svg.qr').getAttribute('aria-label') ?? ''
    const context = await browser.newContext({ serviceWorkers: 'block', locale: 'ar' })
    const friend = await context.newPage()
    await friend.goto(link)
    await friend.locator('form.question').waitFor()
    await to(friend, 'العربية')
    await friend.waitForFunction(() => document.documentElement.lang === 'ar')
    await friend.locator('form legend.prompt').filter({ hasText: arabic }).waitFor()
    const other = { verdict: 'true', reason: 'always' }
    await answer(formOf(friend, claim.id), claim, other)
    const [mine, theirs] = [friend.locator('.compare section').first(), friend.locator('.compare section').last()]
    expect(await mine.locator('label[data-on]').allInnerTexts()).not.toEqual(await theirs.locator('label[data-on]').allInnerTexts())
    expect(await theirs.locator('input:checked').evaluateAll(inputs => inputs.map(input => (input as HTMLInputElement).value))).toEqual(Object.values(fullReply(claim) as object))
    expect(await mine.locator('input:checked').evaluateAll(inputs => inputs.map(input => (input as HTMLInputElement).value))).toEqual(Object.values(other))
    expect(await noted(friend)).toEqual([])
    await context.close()
  }))

  it('to one that has no such lesson yet: that is said, with the way to the one there is', () => open(`/en/${small.module}/${everyWay}/`, async (page) => {
    await to(page, 'Français')
    await page.waitForURL(`**/fr/${small.module}/${everyWay}/`)
    await page.locator('main').getByRole('link', { name: 'English' }).click()
    await page.locator('h1').filter({ hasText: lesson.title }).waitFor()
  }))
})
