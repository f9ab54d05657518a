import { inject, it } from 'vitest'
import { openChromium } from '../chromium.ts'
import { serveKept } from '../fixtures/keptPage.ts'
import { manyEvents } from '../progress/events.ts'
it('prof', async () => {
  const host = await serveKept()
  const browser = await openChromium(inject('chromium'))
  const context = await browser.newContext()
  const page = await context.newPage()
  const go = async () => { await page.goto(host.url); await page.waitForSelector('html[data-open]', { state: 'attached' }) }
  await go()
  await page.evaluate(() => window.kept.record('x'))
  await page.evaluate(events => window.kept.progress.restore({ made: '', profile: window.kept.progress.profile, events }), manyEvents(10_000, await page.evaluate(() => window.kept.progress.profile)))
  await go(); await page.waitForTimeout(8000)
  console.log(await page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>(d => { const r = indexedDB.open('peace'); r.onsuccess = () => d(r.result) })
    const keys = await new Promise<unknown[]>(d => { const r = db.transaction('notes').objectStore('notes').getAllKeys(); r.onsuccess = () => d(r.result) }); db.close(); return keys }))
  const s = await context.newCDPSession(page)
  const top = (profile: { nodes: { id: number, callFrame: { functionName: string, lineNumber: number }, hitCount?: number }[] , samples?: number[], timeDeltas?: number[] }) => {
    const self = new Map<number, number>()
    profile.samples?.forEach((id, i) => self.set(id, (self.get(id) ?? 0) + (profile.timeDeltas?.[i] ?? 0)))
    const by = new Map<string, number>()
    for (const n of profile.nodes) by.set(n.callFrame.functionName + ':' + n.callFrame.lineNumber, (by.get(n.callFrame.functionName + ':' + n.callFrame.lineNumber) ?? 0) + (self.get(n.id) ?? 0))
    return [...by].sort((a, b) => b[1] - a[1]).slice(0, 22).map(([k, v]) => `${k} ${(v / 1000).toFixed(1)}`).join(' | ')
  }
  await s.send('Emulation.setCPUThrottlingRate', { rate: 6 })
  await s.send('Profiler.enable'); await s.send('Profiler.setSamplingInterval', { interval: 200 })
  await s.send('Profiler.start')
  await go()
  console.log('OPEN', await page.evaluate(() => document.documentElement.dataset.open), top((await s.send('Profiler.stop')).profile as never))
  await s.send('Profiler.start')
  const t = await page.evaluate(async () => { let sync = 0; const b = performance.now(); for (let i = 0; i < 50; i++) { const a = performance.now(); const p = window.kept.record('slow' + i % 5); sync += performance.now() - a; await p } return [sync / 50, (performance.now() - b) / 50] })
  console.log('REC sync/total', t, top((await s.send('Profiler.stop')).profile as never))
  await browser.close(); await host.close()
}, 100_000)
