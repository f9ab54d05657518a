import type { Browser, Page } from 'playwright-core'
import { awaken, noticed } from './senses.ts'

/** A page opened by somebody who asked for less motion, and whose every sense is noted. */
export async function open(browser: Browser, url: string, { width = 320, height = 640 } = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width, height }, reducedMotion: 'reduce', serviceWorkers: 'block' })
  await awaken(context)
  const page = await context.newPage()
  page.setDefaultTimeout(10_000)
  await page.goto(url)
  await page.waitForSelector('html[data-ready]')
  await noticed(page) // what stood there from the beginning was not said
  return page
}

/** Go to another page as going back and forth does: no load, which would take most of the time. */
export async function go(page: Page, path: string): Promise<void> {
  const was = await page.title()
  await page.evaluate((to) => {
    const state = { back: null, current: to, forward: null, replaced: false, scroll: null, position: history.length }
    history.pushState(state, '', to)
    dispatchEvent(new PopStateEvent('popstate', { state }))
  }, path)
  await page.waitForFunction(title => document.title !== title, was).catch(() => { throw new Error(`from ${was} there was no way to ${path}`) })
}

/** How large somebody reads: their own text size, or the spacing of WCAG 1.4.12. */
export const sizes = {
  'as it is': '',
  'doubled': ':root { font-size: 200% !important }',
  'spaced': '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }',
}

/** Read the page in one of these sizes from now on. */
export async function read(page: Page, size: keyof typeof sizes): Promise<void> {
  await page.evaluate(async (rules) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(rules)
    document.adoptedStyleSheets = [sheet]
    await new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))
  }, sizes[size])
}
