import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { openChromium } from '../chromium.ts'

const site = inject('site')
let browser: Browser
let page: Page
const said: string[] = []

beforeAll(async () => {
  browser = await openChromium(inject('chromium'))
  page = await browser.newPage()
  page.on('console', (message) => { if (['error', 'warning'].includes(message.type())) said.push(message.text()) })
  page.on('pageerror', (error) => { said.push(String(error)) })
})
afterAll(async () => { await browser.close() })

it('a lesson hydrates in silence, judges an answer and keeps it', async () => {
  await page.goto(`${site}/en/truth/what-a-commission-does/`)
  await page.waitForSelector('html[data-ready]')
  expect(said.filter(line => !/policy.*vue|"vue"/i.test(line))).toEqual([])
  const question = page.locator('form[data-question="truth.her-lawyer"]')
  await question.getByLabel('In article 24 of that convention').check()
  await question.getByRole('button', { name: 'Check' }).click()
  await page.getByText('That is right.').waitFor()
  await page.getByText('· Saved').waitFor()
  expect(await page.evaluate(() => Object.keys(localStorage).filter(key => /^peace\.[a-z0-9]+\.e\./.test(key)).length)).toBe(1)
})
