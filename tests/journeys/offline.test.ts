import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { seeded } from '../chance.ts'
import { openChromium } from '../chromium.ts'
import { serve } from '../serve.ts'
import { untilKept, upgrade } from '../upgrades.ts'
import { nextVersion } from '../versions.ts'

let browser: Browser
beforeAll(async () => { browser = await openChromium(inject('chromium')) })
afterAll(async () => { await browser.close() })

describe('without a network', () => {
  it('opens what was visited, what was not, and says which languages are here', async () => {
    const host = await serve(path => readFileSync(`dist${path}`))
    const page = await browser.newPage()
    await page.goto(`${host.url}/en/`)
    await untilKept(page)
    const lesson = await page.locator('.modules a').first().getAttribute('href') ?? ''
    await host.close()
    await page.reload()
    await page.waitForSelector('html[data-ready]')
    expect(await page.locator('h1').innerText()).toContain('Peace is more')
    await page.goto(host.url + lesson)
    await page.waitForSelector('html[data-ready]')
    expect(await page.locator('h1').innerText()).not.toBe('')
    await page.locator('a.thread').first().click()
    await page.locator('form.question').first().waitFor()
    await page.goto(`${host.url}/fr/`)
    expect(await page.locator('a[lang=en]').innerText()).toBe('English')
    await page.close()
  })

  it('where the device asks to save data, nothing is fetched to be kept before somebody asks for it', async () => {
    const asked: string[] = []
    const host = await serve((path) => {
      asked.push(path)
      return readFileSync(`dist${path}`)
    })
    const context = await browser.newContext()
    await context.addInitScript(() => { Object.defineProperty(navigator, 'connection', { value: { saveData: true } }) })
    const page = await context.newPage()
    await page.goto(`${host.url}/en/about/`)
    await page.locator('.beside').getByRole('button', { name: 'Keep' }).waitFor()
    await page.waitForTimeout(1000)
    expect(asked.filter(path => path === '/sw.js' || path.startsWith('/course/'))).toEqual([])
    await page.locator('.beside').getByRole('button', { name: 'Keep' }).click()
    await page.getByText('This language is ready for offline use.').waitFor()
    expect(asked).toContain('/sw.js')
    await context.close()
    await host.close()
  })

  it('offers an update, never forces it, and an open page of the old version keeps working', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'peace-deploy-'))
    nextVersion('dist', folder, 'v1')
    let root = 'dist'
    const host = await serve(path => readFileSync(join(root, path)))
    const context = await browser.newContext()
    const page = await context.newPage()
    const said: string[] = []
    page.on('pageerror', (error) => { said.push(String(error)) })
    await page.goto(`${host.url}/en/`)
    await untilKept(page)
    root = folder
    const other = await context.newPage()
    await other.goto(`${host.url}/en/about/`)
    await other.getByRole('button', { name: 'Use it now' }).waitFor({ timeout: 20_000 })
    for (const name of ['Glossary', 'Sources', 'My data', 'About this course']) {
      await page.locator('footer').getByRole('link', { name }).click()
      await page.locator('main h1').filter({ hasText: name }).waitFor()
    }
    expect(said).toEqual([])
    await context.close()
    await host.close()
  })

  it('survives faulty upgrades: the page always starts, and never in two versions at once', async () => {
    const seed = Number(process.env.SEED ?? 20261124)
    const found = await upgrade(inject('chromium'), 10, seeded(seed))
    expect({ seed, broken: found.broken, mixed: found.mixed }).toEqual({ seed, broken: [], mixed: [] })
    expect(found.reached).toBe(found.upgrades)
  }, 180_000)
})
