import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { openChromium } from '../chromium.ts'
import { serve } from '../serve.ts'

let browser: Browser
beforeAll(async () => { browser = await openChromium(inject('chromium')) })
afterAll(async () => { await browser.close() })

it('an answer given before the scripts have come is taken up, judged and kept', async () => {
  const host = await serve(path => readFileSync(`dist${path}`))
  const page = await browser.newPage({ serviceWorkers: 'block' })
  let release: () => void = () => undefined
  const held = new Promise<void>((go) => { release = go })
  await page.route(/\/assets\/.*\.js$/, async (route) => { await held; await route.continue() })
  await page.goto(`${host.url}/en/truth/what-a-commission-does/`, { waitUntil: 'commit' })
  const question = page.locator('form[data-question="truth.her-lawyer"]')
  await question.locator('label.choice').nth(1).click()
  await question.locator('button[type=submit]').click()
  await page.waitForTimeout(3000)
  expect(await question.locator('.verdict').count()).toBe(0)
  release()
  await question.locator('.verdict').waitFor()
  await page.getByText('· Saved').waitFor()
  expect(await question.locator('input').nth(1).isChecked()).toBe(true)
  await page.close()
  await host.close()
})
