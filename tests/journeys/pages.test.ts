import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { compileCourse } from '../../src/build/compileCourse.ts'
import { routesOf } from '../../src/build/routesOf.ts'
import { violationsOf } from '../axe.ts'
import { openChromium } from '../chromium.ts'

const site = inject('site')
const routes = routesOf(compileCourse(resolve('.')))
const paths = routes.filter(path => /^\/(en|ar)\//.test(path))
let browser: Browser
beforeAll(async () => { browser = await openChromium(inject('chromium')) })
afterAll(async () => { await browser.close() })

/** The one line that Vue logs under this policy: it asks for a policy of its own and may not have it. */
const isOurs = (line: string) => !/Creating a TrustedTypePolicy named 'vue'|trusted-types/i.test(line)

async function open(context: BrowserContext, path: string): Promise<{ page: Page, said: string[], outside: string[] }> {
  const page = await context.newPage()
  const said: string[] = []
  const outside: string[] = []
  page.on('console', (message) => { if (['error', 'warning'].includes(message.type()) && isOurs(message.text())) said.push(message.text()) })
  page.on('pageerror', (error) => { said.push(String(error)) })
  page.on('request', (request) => { if (!request.url().startsWith(site) && !/^(data|blob):/.test(request.url())) outside.push(request.url()) })
  await page.goto(site + path)
  await page.waitForSelector('html[data-ready]')
  return { page, said, outside }
}

describe.each([['light', 360], ['dark', 1280]] as const)('every page, %s, %i px wide', (colorScheme, width) => {
  it.each(paths)('%s opens in silence, asks nobody outside, fits, and passes axe', async (path) => {
    const context = await browser.newContext({ colorScheme, viewport: { width, height: 740 }, reducedMotion: 'reduce', serviceWorkers: 'block' })
    const { page, said, outside } = await open(context, path)
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    const violations = await violationsOf(page)
    await context.close()
    expect({ said: said.filter(line => !/ServiceWorker|service worker|reading 'waiting'/i.test(line)), outside, overflow, violations }).toEqual({ said: [], outside: [], overflow: 0, violations: [] })
  })
})

describe('every prerendered page', () => {
  it.each(routes)('%s says its language, direction and title, and carries no inline style', (path) => {
    const html = readFileSync(`dist${path}index.html`, 'utf8')
    const language = path.slice(1, 3)
    expect(html).toContain(`<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">`)
    expect(/<title>([^<]+)<\/title>/.exec(html)?.[1]).toMatch(/\S/)
    expect(html.match(/\sstyle="/g)).toBeNull()
    expect(html).toContain('Content-Security-Policy')
    expect(html.match(/hreflang="/g)?.length).toBeGreaterThanOrEqual(6)
  })
})
