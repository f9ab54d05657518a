import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { openChromium } from './chromium.ts'
import { serve } from './serve.ts'
import { nextVersion, type Fault } from './versions.ts'

/** What became of a number of faulty upgrades. */
export interface Survived { upgrades: number, broken: string[], mixed: string[], reached: number }

const faults: Fault[] = ['abort', 'truncate', 'error', 'html']

/** Wait until the course says that this language is kept whole. */
export const untilKept = (page: Page) => page.locator('footer').getByText('Ready for offline use').waitFor({ state: 'attached', timeout: 30_000 })

/** The versions of all chunks a page has loaded; one name, or the page is mixed. */
async function versionsOf(page: Page): Promise<string[]> {
  const urls = await page.evaluate(() => performance.getEntriesByType('resource').map(entry => entry.name).filter(name => name.endsWith('.js') && name.includes('/assets/')))
  return [...new Set(urls.map(url => /-(v\d+)\.js$/.exec(url)?.[1] ?? 'v0'))]
}

/** Deploy `count` versions one after another, each with faults while it is fetched and then healthy, and open a page after every step. */
export async function upgrade(chromium: string, count: number, random: () => number): Promise<Survived> {
  const folder = mkdtempSync(join(tmpdir(), 'peace-upgrades-'))
  let root = 'dist'
  let fault: Fault = 'none'
  let isDown = false
  const host = await serve(path => readFileSync(join(root, path)), { fault: path => isDown ? 'abort' : /\.js$|\.json$/.test(path) && !path.endsWith('sw.js') && random() < 0.3 ? fault : 'none' })
  const browser = await openChromium(chromium)
  const found: Survived = { upgrades: 0, broken: [], mixed: [], reached: 0 }
  try {
    const page = await browser.newPage()
    const start = async (when: string) => {
      try {
        await page.goto(`${host.url}/en/about/`)
        await page.waitForSelector('html[data-ready]', { timeout: 10_000 })
        await page.locator('h1').waitFor()
        const versions = await versionsOf(page)
        if (versions.length > 1) found.mixed.push(`${when}: ${versions.join(' ')}`)
      } catch (problem) { found.broken.push(`${when}: ${String(problem).split('\n')[0]}`) }
    }
    await start('the first visit')
    await untilKept(page)
    for (let n = 1; n <= count; n++) {
      const next = join(folder, `v${n}`)
      nextVersion('dist', next, `v${n}`)
      root = next
      fault = faults[Math.floor(random() * faults.length)] ?? 'abort'
      await start(`version ${n} while answers are ${fault}`)
      await page.waitForTimeout(300)
      isDown = random() < 0.5
      await start(`version ${n}, ${isDown ? 'the host gone' : 'the host healthy'}`)
      isDown = false
      fault = 'none'
      await start(`version ${n} healthy`)
      const offer = page.getByRole('button', { name: 'Use it now' })
      await offer.waitFor({ timeout: 15_000 }).catch(() => undefined)
      if (await offer.isVisible()) {
        await Promise.all([page.waitForEvent('load'), offer.click()])
        await page.waitForSelector('html[data-ready]')
        await untilKept(page)
        if ((await versionsOf(page)).join() === `v${n}`) found.reached++
      }
      found.upgrades++
      rmSync(join(folder, `v${n - 1}`), { recursive: true, force: true })
    }
  } finally {
    await browser.close()
    await host.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return found
}
