import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openChromium, openKept } from '../chromium.ts'
import { fillDisk, launch, patient, pull } from '../fixtures/kills.ts'
import { serveKept } from '../fixtures/keptPage.ts'
import type { KeptPage } from '../fixtures/page/main.ts'
import { manyEvents } from '../progress/events.ts'

/** Rows of the database and packs of local storage that were read, and what was written of either. */
interface Rows { read: number, packs: number, added: number, keys: number }

declare global {
  interface Window { kept: KeptPage, rows: Rows }
}

let host: Awaited<ReturnType<typeof serveKept>>
const folders: string[] = []
beforeAll(async () => { host = await serveKept() })
afterAll(async () => {
  await host.close()
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
})
const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'peace-kept-'))
  folders.push(folder)
  return folder
}

async function open(context: { newPage: () => Promise<Page> }): Promise<Page> {
  const page = await context.newPage()
  await page.goto(host.url)
  await page.waitForSelector('html[data-open]', { state: 'attached' })
  return page
}
const reload = async (page: Page) => {
  await page.reload()
  await page.waitForSelector('html[data-open]', { state: 'attached' })
}
const record = (page: Page, name: string, count: number) => page.evaluate(async ([name, count]) => {
  let safety: string = ''
  for (let nth = 0; nth < count; nth++) safety = await window.kept.record(`${name}-${nth}`)
  return safety
}, [name, count] as const)
const found = (page: Page) => page.evaluate(() => window.kept.names().length)
const eventually = (page: Page, count: number) => page.waitForFunction(count => window.kept.names().length === count, count)

/** A Chromium that is closed and opened again on the same profile, with something done to its folder in between. */
async function between(before: (page: Page) => Promise<unknown>, meanwhile: (folder: string) => void, after: (page: Page) => Promise<unknown>): Promise<void> {
  const folder = newFolder()
  for (const [work, then] of [[before, meanwhile], [after, () => undefined]] as const) {
    const context: BrowserContext = await openKept(inject('chromium'), folder)
    await work(await open(context))
    await context.close()
    then(folder)
  }
}
const dropFolder = (name: string) => (folder: string) => {
  expect(readdirSync(join(folder, 'Default'))).toContain(name)
  rmSync(join(folder, 'Default', name), { recursive: true })
}

/** The names of the checkpoints noted in the page's database. */
async function checkpoints(): Promise<string[]> {
  const done = <Result>(request: IDBRequest<Result>) => new Promise<Result>((go) => { request.onsuccess = () => { go(request.result) } })
  const database = await done(indexedDB.open('peace'))
  const keys = await done(database.transaction('notes').objectStore('notes').getAllKeys())
  database.close()
  return keys.map(String).filter(key => key.startsWith('checkpoint.'))
}

/** Runs in the page, before its scripts. */
function countRows(): void {
  const rows: Rows = { read: 0, packs: 0, added: 0, keys: 0 }
  window.rows = rows
  const isOfEvents = (request: IDBRequest) => request.source instanceof IDBObjectStore && request.source.name === 'events'
  const counted = <Name extends 'get' | 'getAll' | 'openCursor' | 'add' | 'put'>(name: Name, count: (result: unknown) => void) => {
    const own = IDBObjectStore.prototype[name] as (...words: unknown[]) => IDBRequest // whatever it is given goes on as it is
    Object.assign(IDBObjectStore.prototype, {
      [name](this: IDBObjectStore, ...words: unknown[]) {
        const request = own.apply(this, words)
        if (isOfEvents(request)) request.addEventListener('success', () => { count(request.result) })
        return request
      },
    })
  }
  for (const name of ['get', 'getAll', 'openCursor'] as const) counted(name, (found) => { rows.read += Array.isArray(found) ? found.length : found ? 1 : 0 })
  for (const name of ['add', 'put'] as const) counted(name, () => { rows.added++ })
  const { getItem, setItem } = Storage.prototype
  Storage.prototype.getItem = function (key) {
    if (key.includes('.pack.')) rows.packs++
    return getItem.call(this, key)
  }
  Storage.prototype.setItem = function (key, text) {
    rows.keys++
    setItem.call(this, key, text)
  }
}

describe('in Chromium', () => {
  it('IndexedDB is gone: everything comes back from local storage, and is written again', async () => {
    const written = async (page: Page) => {
      await record(page, 'a', 140)
      await page.waitForTimeout(6_000) // Chromium writes local storage to disk five seconds late, and a browser that is closed in haste may not
    }
    await between(written, dropFolder('IndexedDB'), async (page) => {
      expect(await found(page)).toBe(140)
      expect(await record(page, 'b', 1)).toBe('both')
    })
  })
  it('local storage is gone: everything comes back from IndexedDB, the same learner goes on', async () => {
    await between(page => record(page, 'a', 140), dropFolder('Local Storage'), async (page) => {
      expect(await found(page)).toBe(140)
      await record(page, 'b', 1)
      await reload(page)
      expect(await found(page)).toBe(141)
    })
  })

  it.skipIf(process.platform !== 'linux')('the disk is full: answers are kept in one place and that is said; with room again in both, and nothing is lost', async () => {
    const folder = newFolder()
    const plug = { browser: 'chrome', executablePath: patient(inject('chromium'), folder) } as const
    const browser = await launch(plug, join(folder, 'profile'))
    const page = await browser.newPage()
    const write = (name: string) => page.evaluate(async (name) => {
      let safety: string = ''
      for (let nth = 0; nth < 10; nth++) safety = await window.kept.record(`${name}-${nth}`)
      return safety
    }, name)
    await page.goto(host.url)
    await page.waitForSelector('html[data-open]')
    expect(await write('before')).toBe('both')
    fillDisk(browser, true)
    expect(await write('full')).toBe('one')
    fillDisk(browser, false)
    await page.waitForFunction(() => window.kept.progress.safety === 'both', { timeout: 20_000 })
    await pull(browser)
    const again = await launch(plug, join(folder, 'profile'))
    const later = await again.newPage()
    await later.goto(host.url)
    await later.waitForSelector('html[data-open]')
    expect(await later.evaluate(() => window.kept.names().length)).toBe(20)
    await pull(again)
  })

  describe('in one browser', () => {
    let browser: Awaited<ReturnType<typeof openChromium>>
    let context: BrowserContext
    let page: Page
    beforeAll(async () => { browser = await openChromium(inject('chromium')) })
    afterAll(async () => { await browser.close() })
    const fresh = async () => {
      context = await browser.newContext()
      page = await open(context)
    }

    it('three tabs, three hundred answers each: all nine hundred are in each of them, and after a reload', async () => {
      await fresh()
      const tabs = [page, await open(context), await open(context)]
      await Promise.all(tabs.map((tab, nth) => record(tab, `tab${nth}`, 300)))
      for (const tab of tabs) await eventually(tab, 900)
      await reload(page)
      expect(await found(page)).toBe(900)
      await context.close()
    })
    it('half a key, a torn pack and a stranger’s key harm nothing but themselves, and are mended', async () => {
      await fresh()
      await record(page, 'a', 130)
      await page.waitForFunction(() => Object.keys(localStorage).some(key => key.includes('.pack.')), null, { timeout: 15_000 })
      await record(page, 'b', 3)
      await page.evaluate(() => {
        const [pack = '', single = ''] = ['.pack.', '.e.'].map(part => Object.keys(localStorage).find(key => key.includes(part)))
        localStorage.setItem(pack, (localStorage.getItem(pack) ?? '').slice(0, -40))
        localStorage.setItem(single, '{"id":')
        localStorage.setItem('peace.stranger.e.x.1', '{"__proto__":{"t":1}}')
      })
      await reload(page)
      expect(await found(page)).toBe(133)
      await page.waitForTimeout(4500)
      await page.evaluate(() => { indexedDB.deleteDatabase('peace') })
      await reload(page)
      expect(await found(page)).toBe(133)
      await context.close()
    })
    it('local storage is full: the answer is kept in one place and that is said; with room again, in both', async () => {
      await fresh()
      await page.evaluate(() => {
        for (let size = 1_000_000; size > 0; size = Math.floor(size / 2)) {
          for (let nth = 0; ; nth++) try { localStorage.setItem(`other.${size}.${nth}`, 'x'.repeat(size)) } catch { break }
        }
      })
      expect(await record(page, 'full', 1)).toBe('one')
      await reload(page)
      expect(await found(page)).toBe(1)
      await record(page, 'full-again', 1)
      await page.evaluate(() => { for (const key of Object.keys(localStorage)) if (key.startsWith('other.')) localStorage.removeItem(key) })
      await page.waitForFunction(() => window.kept.progress.safety === 'both', null, { timeout: 20_000 })
      await context.close()
    })
    it('a newer app in another tab: this one goes on, and keeps what it cannot read as it is', async () => {
      await fresh()
      await record(page, 'old', 5)
      const newer = await open(context)
      const strange = Array.from({ length: 120 }, (_, nth) => ({ id: `newer0000.${nth}`, p: '', t: 'dreamt', v: 9, lam: 50 + nth, at: 1, d: { of: { peace: [nth, null] } }, mood: 'later' }))
      await newer.evaluate(async (strange) => {
        const rows = strange.map(row => ({ ...row, p: window.kept.progress.profile }))
        const database = await new Promise<IDBDatabase>((done) => {
          const request = indexedDB.open('peace', 2)
          request.onupgradeneeded = () => { request.result.createObjectStore('of-the-future') }
          request.onsuccess = () => { done(request.result) }
        })
        const events = database.transaction('events', 'readwrite').objectStore('events')
        await Promise.all(rows.map(row => new Promise((done) => { events.add(row).onsuccess = done })))
        for (const row of rows) localStorage.setItem(`peace.${row.p}.e.${row.id}`, JSON.stringify(row))
        new BroadcastChannel('peace').postMessage({ entries: rows })
      }, strange)
      expect(await record(page, 'still', 5)).toBe('both')
      await reload(page)
      expect(await found(page)).toBe(10)
      await page.waitForFunction(() => Object.keys(localStorage).some(key => key.includes('.pack.')), null, { timeout: 15_000 })
      const { text } = await page.evaluate(() => window.kept.progress.backup('x', false))
      const own = await page.evaluate(() => window.kept.progress.profile)
      for (const row of strange) expect(text).toContain(JSON.stringify({ ...row, p: own }))
      await context.close()
    })
    it('the clock is set back by fifty years: nothing is lost, and the latest words are the latest', async () => {
      await fresh()
      const write = (text: string) => page.evaluate(text => window.kept.progress.record('wrote', { question: 'words.open', text }), text)
      const read = () => page.evaluate(() => window.kept.progress.state.texts['words.open']?.text)
      await write('before')
      await page.addInitScript(() => { Date.now = () => 0 })
      await reload(page)
      await write('after')
      await reload(page)
      expect(await read()).toBe('after')
      await context.close()
    })
    it('keep nothing: after a whole walk all storage is as it was', async () => {
      await fresh()
      const everything = async () => ({
        ...await context.storageState({ indexedDB: true }),
        more: await page.evaluate(async () => ({ local: { ...localStorage }, session: { ...sessionStorage }, caches: await caches.keys(), name: window.name, state: history.state as unknown })),
      })
      await page.evaluate(() => { window.kept.profiles.choose('nothing') })
      const before = await everything()
      await record(page, 'guest', 40)
      await page.evaluate(async () => {
        const { progress } = window.kept
        await progress.record('wrote', { question: 'words.open', text: 'for nobody' })
        const found = await progress.look(new Blob([(await progress.backup('x', true)).text]))
        if (found.ok) await progress.restore(found.value.backup)
      })
      expect(await found(page)).toBe(40)
      await page.waitForTimeout(4000)
      expect(await everything()).toEqual(before)
      await reload(page)
      expect(await found(page)).toBe(0)
      expect(await everything()).toEqual(before)
      await context.close()
    })
    it('everything is wiped: nothing is left, other tabs stop writing, the next load is the first', async () => {
      await fresh()
      const other = await open(context)
      await record(page, 'a', 20)
      await page.evaluate(async () => { await caches.open('peace-old') })
      expect(await page.evaluate(() => window.kept.progress.eraseAll())).toBe(true)
      expect(await record(other, 'late', 1)).toBe('none')
      const left = await page.evaluate(async () => ({ local: Object.keys(localStorage), databases: await indexedDB.databases(), caches: await caches.keys() }))
      expect(left).toEqual({ local: [], databases: [], caches: [] })
      await reload(other)
      expect(await found(other)).toBe(0)
      await context.close()
    })
    it('with ten thousand events kept, a start reads the checkpoint and no row of them, and an answer writes itself alone', async () => {
      await fresh()
      await page.evaluate(events => window.kept.progress.restore({ made: '', profile: window.kept.progress.profile, events }), manyEvents(10_000, await page.evaluate(() => window.kept.progress.profile)))
      await reload(page) // compared and noted once all is at rest
      await expect.poll(() => page.evaluate(checkpoints), { timeout: 30_000, interval: 500 }).toHaveLength(1)
      await page.addInitScript(countRows)
      await reload(page)
      expect(await page.evaluate(() => window.kept.progress.state.count)).toBe(10_000)
      expect(await page.evaluate(() => window.rows)).toEqual({ read: 0, packs: 0, added: 0, keys: 0 })
      expect(await record(page, 'one', 1)).toBe('both')
      expect(await page.evaluate(() => window.rows)).toEqual({ read: 0, packs: 0, added: 1, keys: 1 })
      await context.close()
    })
  })
})

describe.skipIf(!inject('firefox'))('in Firefox', () => {
  it('what was kept is there after the browser was closed, and two tabs agree', async () => {
    const folder = newFolder()
    const plug = { browser: 'firefox', executablePath: inject('firefox') } as const
    const first = await launch(plug, folder)
    const tabs = [await first.newPage(), await first.newPage()]
    for (const tab of tabs) {
      await tab.goto(host.url)
      await tab.waitForSelector('html[data-open]')
    }
    await Promise.all(tabs.map((tab, nth) => tab.evaluate(async (nth) => { for (let at = 0; at < 50; at++) await window.kept.record(`tab${nth}-${at}`) }, nth)))
    for (const tab of tabs) await tab.waitForFunction(() => window.kept.names().length === 100)
    await first.close()
    const second = await launch(plug, folder)
    const page = await second.newPage()
    await page.goto(host.url)
    await page.waitForSelector('html[data-open]')
    expect(await page.evaluate(() => window.kept.names().length)).toBe(100)
    await second.close()
  })
})
