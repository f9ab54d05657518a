import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { day } from '../../src/ui/words.ts'
import { openChromium } from '../chromium.ts'
import { serve } from '../serve.ts'
import { asksOf, lessonsIn, moduleIn, sayingIn, Student, type Coming } from '../student.ts'

const phone: Coming = { language: 'ar', width: 360, touch: true }
const desk: Coming = { language: 'en', width: 1280, touch: false }
const DAY = 86_400_000
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

/** The first lesson of a language that has a content note. */
const heavy = (language: 'ar' | 'en') => lessonsIn(language).find(lesson => lesson.note) ?? expect.fail('no lesson has a content note')
/** Pages of a language on which a content note stands, or may stand. */
const heavyPaths = (language: 'ar' | 'en') => [
  ...lessonsIn(language).filter(lesson => lesson.note ?? asksOf(lesson).some(question => question.note)).map(lesson => `${lesson.module}/${lesson.id}/`),
  ...moduleIn(language).bank.questions.some(question => question.note) ? ['quiz/', 'pre-check/', 'post-check/'].map(page => `${moduleIn(language).id}/${page}`) : [], 'review/', 'friend/',
]
const shiftThrice = async (page: Page) => { for (let nth = 0; nth < 3; nth++) await page.keyboard.press('Shift') }
const isPlain = async (page: Page) => {
  await page.waitForFunction(() => document.title === '12 × 12')
  expect(await page.locator('td').last().innerText()).toBe('100')
}

describe('a heavy page', () => {
  const lesson = heavy('ar')
  it('is left by the first thing Tab reaches; going back does not show it', async () => {
    const student = await Student.comes(browser, host.url, phone)
    await student.open('')
    await student.page.goto(`${host.url}/ar/${lesson.module}/${lesson.id}/`)
    await student.ready()
    await student.page.keyboard.press('Tab')
    expect(await student.page.evaluate(() => document.activeElement?.textContent)).toBe(student.say('frame.leave'))
    await student.page.keyboard.press('Enter')
    await isPlain(student.page)
    await student.page.goBack()
    await student.page.waitForURL(`${host.url}/ar/`)
    expect(student.logged).toEqual([])
    await student.leave()
  })

  it('is left by Shift three times, without a network too', async () => {
    const near = await serve(path => readFileSync(`dist${path}`))
    const student = await Student.comes(browser, near.url, phone)
    await student.open(`${lesson.module}/${lesson.id}/`)
    await student.page.locator('footer').getByText(student.say('frame.offline')).waitFor({ state: 'attached', timeout: 30_000 })
    await near.close()
    await student.page.reload()
    await student.ready()
    await shiftThrice(student.page)
    await isPlain(student.page)
    await student.leave()
  })

  it('is left in the one file too', async () => {
    const file = pathToFileURL(resolve('dist/peace-and-solidarity.html')).href
    const student = await Student.comes(browser, file, phone)
    await student.page.goto(`${file}#/ar/`)
    await student.ready()
    await student.page.goto(`${file}#/ar/${lesson.module}/${lesson.id}/`)
    await student.page.locator('h1').filter({ hasText: lesson.title }).waitFor()
    await shiftThrice(student.page)
    await isPlain(student.page)
    await student.page.goBack()
    await student.page.locator('.modules').waitFor()
    expect({ outside: student.outside, logged: student.logged }).toEqual({ outside: [], logged: [] })
    await student.leave()
  })

  it.each(['ar', 'en'] as const)('has a way out and help wherever a content note stands, in %s', (language) => {
    const [leave, help] = ['frame.leave', 'frame.help'].map(sayingIn(language))
    const without = heavyPaths(language).filter((path) => {
      const html = readFileSync(`dist/${language}/${path}index.html`, 'utf8')
      return !html.includes(`>${leave}</button>`) || !html.includes(`>${help}</button>`)
    })
    expect(without).toEqual([])
  })
})

describe('help', () => {
  it('is a tap away; contacts are entered, shown with the day they were checked, and doubted after half a year', async () => {
    const student = await Student.comes(browser, host.url, phone)
    const { page } = student
    const lesson = heavy('ar')
    const show = async () => {
      await student.open(`${lesson.module}/${lesson.id}/`)
      await student.press(student.button('frame.help').first())
      await page.locator('dialog').getByText(student.say('help.now')).waitFor()
    }
    await show()
    await page.getByText(student.say('help.none')).waitFor()
    await student.pressButton('help.edit')
    await student.pressButton('help.add')
    await page.getByLabel(student.say('help.name'), { exact: true }).fill('مركز الحي')
    await page.getByLabel(student.say('help.number'), { exact: true }).fill('+000 11 22')
    await student.pressButton('help.save')
    await page.locator('dialog a[href="tel:+0001122"]').waitFor()
    await page.getByText(student.say('help.checked', { day: day(Date.now(), 'ar') })).waitFor()
    expect(await page.getByText(student.say('help.old')).count()).toBe(0)
    await student.context.clock.setFixedTime(Date.now() + 200 * DAY)
    await show()
    await page.locator('dialog a[href="tel:+0001122"]').waitFor()
    await page.getByText(student.say('help.old')).waitFor()
    expect(student.logged).toEqual([])
    await student.leave()
  })
})

describe('how somebody likes to read', () => {
  it('holds on the next page before any script has come', async () => {
    const student = await Student.comes(browser, host.url, desk, { serviceWorkers: 'block' })
    const { page } = student
    await student.open('')
    await student.pressButton('frame.reading')
    for (const choice of ['reading.themes.dark', 'reading.sizes.2', 'reading.spacings.wide', 'reading.contrasts.more']) await student.press(page.locator('dialog label').filter({ hasText: new RegExp(`^${student.say(choice).replaceAll('+', '\\+')}$`) }))
    await page.keyboard.press('Escape')
    await page.route(/\/assets\/.*\.js$/, route => route.abort())
    await page.goto(`${host.url}/en/about/`)
    const root = await page.locator('html').evaluate(element => ({ ...element.dataset }))
    expect(root).toEqual({ theme: 'dark', size: '2', spacing: 'wide', contrast: 'more', motion: 'normal', keys: 'on' })
    expect(await page.evaluate(() => getComputedStyle(document.body).colorScheme + getComputedStyle(document.documentElement).colorScheme)).toContain('dark')
    await student.leave()
  })
})

describe('a mistake', () => {
  it('is reported by a text to copy, and nothing is sent', async () => {
    const student = await Student.comes(browser, host.url, desk, { permissions: ['clipboard-read', 'clipboard-write'] })
    const lesson = heavy('en')
    await student.open(`${lesson.module}/${lesson.id}/`)
    await student.pressButton('lesson.report')
    await student.pressButton('lesson.copy')
    await student.page.getByText(student.say('broken.copied')).waitFor()
    const copied = await student.page.evaluate(() => navigator.clipboard.readText())
    expect(copied).toContain(`en/${lesson.module}/${lesson.id} v${lesson.version}`)
    expect({ outside: student.outside, logged: student.logged }).toEqual({ outside: [], logged: [] })
    await student.leave()
  })
})

describe('inside another app', () => {
  const android = 'Mozilla/5.0 (Linux; Android 13; SM-A125F Build/TP1A; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/119.0.0.0 Mobile Safari/537.36'
  const iphone = 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148'
  const chrome = 'Mozilla/5.0 (Linux; Android 13; SM-A125F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/119.0.0.0 Mobile Safari/537.36'
  const agents = {
    'WhatsApp': `${android} WhatsApp/2.23.20.76`,
    'Telegram': `${chrome} Telegram-Android/10.2.6 (Samsung SM-A125F; Android 13; SDK 33; AVERAGE)`,
    'Instagram': `${iphone} Instagram 305.0.0.20.110 (iPhone12,1; iOS 17_1; en_US; en; scale=2.00; 828x1792; 530138550)`,
    'Facebook on Android': `${android} [FB_IAB/FB4A;FBAV/437.0.0.33.118;]`,
    'Facebook on iPhone': `${iphone} [FBAN/FBIOS;FBAV/437.0.0.35.116;FBBV/532132313;FBDV/iPhone12,1]`,
    'WeChat': `${iphone} MicroMessenger/8.0.42(0x18002a32) NetType/WIFI Language/en`,
  }
  it('one line says that this is not found from the browser; in a browser there is none', async () => {
    const student = await Student.comes(browser, host.url, desk, { serviceWorkers: 'block' })
    const session = await student.context.newCDPSession(student.page)
    const line = student.page.locator('.notices').getByText(student.say('frame.inApp'))
    const seen: Record<string, number> = {}
    for (const [name, userAgent] of Object.entries({ ...agents, Chrome: chrome })) {
      await session.send('Emulation.setUserAgentOverride', { userAgent })
      await student.open('about/')
      seen[name] = await line.count()
    }
    expect(seen).toEqual({ ...Object.fromEntries(Object.keys(agents).map(name => [name, 1])), Chrome: 0 })
    await student.leave()
  })
})
