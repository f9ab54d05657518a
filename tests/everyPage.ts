import { resolve } from 'node:path'
import type { Browser, CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { compileCourse } from '../src/build/compileCourse.ts'
import { routesOf } from '../src/build/routesOf.ts'
import { violationsOf } from './axe.ts'
import { openChromium } from './chromium.ts'

/** Every page of the site, in every language that has it. */
export const routes = routesOf(compileCourse(resolve('.')))

const looks = [{ colorScheme: 'light', width: 360 }, { colorScheme: 'dark', width: 1280 }] as const

/** The one line that Vue logs under this policy: it asks for a policy of its own and may not have it. And no worker is wanted here. */
const isOurs = (line: string) => !/Creating a TrustedTypePolicy named 'vue'|trusted-types|ServiceWorker|service worker|reading 'waiting'/i.test(line)

/** Open every page of a language as if for the first time, and look at it twice: light on a phone, and dark on a wide screen. */
export function lookAtEveryPage(language: string): void {
  const site = inject('site')
  let browser: Browser
  let page: Page
  let session: CDPSession
  let said: string[] = []
  let outside: string[] = []
  beforeAll(async () => {
    browser = await openChromium(inject('chromium'))
    // One window for all of them: a new one costs more than the page in it.
    page = await browser.newPage({ reducedMotion: 'reduce', serviceWorkers: 'block' })
    session = await page.context().newCDPSession(page)
    page.on('console', (message) => { if (['error', 'warning'].includes(message.type()) && isOurs(message.text())) said.push(message.text()) })
    page.on('pageerror', (error) => { if (isOurs(String(error))) said.push(String(error)) })
    page.on('request', (request) => { if (!request.url().startsWith(site) && !/^(data|blob|about):/.test(request.url())) outside.push(request.url()) })
  })
  afterAll(async () => { await browser.close() })

  const show = async ({ colorScheme, width }: typeof looks[number]) => {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize({ width, height: 740 })
  }
  const seen = async () => ({
    overflow: await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    violations: await violationsOf(page),
  })

  const paths = routes.filter(path => path.startsWith(`/${language}/`)).map((path, at) => [path, at % 2 ? [...looks].reverse() : looks] as const)
  it.each(paths)('%s opens in silence, asks nobody outside, fits and passes axe, light and 360 px wide, and dark and 1280 px wide', async (path, order) => {
    await page.goto('about:blank')
    await session.send('Storage.clearDataForOrigin', { origin: site, storageTypes: 'all' })
    said = []
    outside = []
    const found: Record<string, Awaited<ReturnType<typeof seen>>> = {}
    for (const [at, look] of order.entries()) {
      await show(look)
      if (at === 0) await page.goto(site + path)
      await page.waitForSelector('html[data-ready]')
      found[look.colorScheme] = await seen()
    }
    const well = { overflow: 0, violations: [] }
    expect({ said, outside, ...found }).toEqual({ said: [], outside: [], light: well, dark: well })
  })
}
