import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type BrowserContext, type Page } from 'playwright-core'
import type { Answered, Host } from './host.ts'
import { observe, type Noted } from './inPage.ts'

/** What is visited, and how its first question is answered; the last tap is the one that is timed. */
export interface Target { name: string, folder: string, path: string, ready: string, taps: string[], told: string }

/** A link and a phone: milliseconds there and back, bits a second, how much slower than this machine. */
export interface Profile { name: string, rtt: number, down: number, up: number, cpu: number }

/** What one first visit and what came after it measured; milliseconds and bytes. */
export interface Measured {
  fcp: number, lcp: number, shift: number, longest: number, ready: number, told: number, heap: number, warm: number, offline: number
  bytesReady: number, bytesAll: number, js: number, html: number, requests: number, wireReady: number, paths: string[]
}

const PATIENCE = 90_000

async function noted(page: Page, key: 'ready' | 'told'): Promise<Noted> {
  await page.waitForFunction(each => (globalThis as unknown as { noted?: Noted }).noted?.[each as 'ready'], key, { timeout: PATIENCE, polling: 50 }) // put there by `observe`
  return page.evaluate(() => (globalThis as unknown as { noted: Noted }).noted) // as above
}

/** Wait until nothing has passed the link for a while. */
async function quiet(host: Host, span = 1500) {
  for (let last = -1, since = Date.now(); Date.now() - since < span;) {
    const { wire } = host.passed()
    if (wire !== last) since = Date.now()
    last = wire
    await new Promise((later) => { setTimeout(later, 100) })
  }
}

async function tap(page: Page, selector: string) {
  const target = page.locator(selector).first()
  await target.evaluate((element) => { element.scrollIntoView({ block: 'center', behavior: 'instant' }) })
  await page.waitForTimeout(400)
  const box = await target.boundingBox()
  if (!box) throw new Error(`bench: nothing to tap at ${selector}`)
  await page.touchscreen.tap(box.x + Math.min(box.width / 2, 40), box.y + box.height / 2)
}

const sum = (log: readonly Answered[], which: RegExp) => log.filter(({ path }) => which.test(path)).reduce((all, { bytes }) => all + bytes, 0)

/** One first visit on an empty profile, an answer, a repeat visit, and a visit with the link cut. */
export async function visit(host: Host, pin: string, executablePath: string, target: Target, profile: Profile): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'peace-bench-'))
  host.serve(target.folder)
  host.speed({ rtt: profile.rtt, down: profile.down / 8000, up: profile.up / 8000 })
  host.reset()
  const context = await chromium.launchPersistentContext(folder, {
    executablePath, headless: true, viewport: { width: 360, height: 640 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', `--ignore-certificate-errors-spki-list=${pin}`],
  })
  try {
    return await measure(host, context, target, profile)
  } finally {
    host.cut(false)
    await context.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measure(host: Host, context: BrowserContext, target: Target, profile: Profile): Promise<Measured> {
  await context.addInitScript(observe, target.ready)
  const page = context.pages()[0] ?? await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: profile.cpu })
  await session.send('Performance.enable')
  const go = () => page.goto(host.url + target.path, { waitUntil: 'commit', timeout: PATIENCE })
  await go()
  await noted(page, 'ready')
  const atReady = host.passed()
  await quiet(host)
  const first = await noted(page, 'ready')
  const all = host.passed()
  await session.send('HeapProfiler.collectGarbage')
  const { metrics } = await session.send('Performance.getMetrics')
  const heap = metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0
  for (const selector of target.taps.slice(0, -1)) await tap(page, selector)
  await page.evaluate((selector) => { (globalThis as unknown as { awaitTold: (selector: string) => void }).awaitTold(selector) }, target.told) // put there by `observe`
  await tap(page, target.taps.at(-1) ?? '')
  const answer = await noted(page, 'told')
  await quiet(host, 2500)
  await page.goto('about:blank')
  host.reset()
  await go()
  const warm = await noted(page, 'ready')
  await page.goto('about:blank')
  host.cut(true)
  await go()
  const offline = await noted(page, 'ready')
  const before = atReady.log.filter(({ path }) => !/\/(sw\.js)$/.test(path))
  const view = all.log.filter(({ status, path }) => status === 200 && !isKept(path, before))
  return {
    fcp: first.fcp, lcp: first.lcp, shift: first.shift, longest: Math.max(0, ...first.long.map(([, span]) => span)), ready: first.ready, told: answer.told - answer.pressed,
    heap, warm: warm.ready, offline: offline.ready, bytesReady: sum(before, /./), bytesAll: sum(view, /./), js: sum(before, /\.js$/), html: sum(before, /\.html$/),
    requests: view.length, wireReady: atReady.wire, paths: view.map(({ path, bytes }) => `${path} ${bytes}`),
  }
}

/** Whether a file was only fetched to be kept for later: the worker asks for it after the first answer was possible. */
const isKept = (path: string, before: readonly Answered[]) => !before.some(each => each.path === path) && !/sw\.js$|webmanifest$/.test(path)
