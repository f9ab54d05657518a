import { spawn, type ChildProcess } from 'node:child_process'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { afterAll, describe, expect, inject, it } from 'vitest'
import { openChromium } from '../chromium.ts'
import { asking, Student } from '../student.ts'

const started: ChildProcess[] = []
afterAll(() => { for (const { pid, exitCode } of started) if (pid && exitCode === null) process.kill(-pid) })

const freePort = () => new Promise<number>((found) => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address() as AddressInfo // a server that listens on a port has one
    server.close(() => { found(port) })
  })
})

/** Run a command of package.json as somebody would; the address it prints. */
async function run(script: string): Promise<string> {
  const port = await freePort()
  const child = spawn('npm', ['run', script, '--', '--port', String(port), '--strictPort'], { detached: true, stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, NODE_ENV: 'development', NO_COLOR: '1' } })
  started.push(child)
  return new Promise((found, failed) => {
    let said = ''
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const address = /http:\/\/localhost:\d+/.exec(said)?.[0]
      if (address) found(address)
    })
    child.once('exit', () => { failed(new Error(`npm run ${script} ended: ${said}`)) })
  })
}

describe('npm run preview', () => {
  it('prints its address, serves what was built, and answers 404 for what is missing', async () => {
    const address = await run('preview')
    const status = async (path: string) => (await fetch(address + path)).status
    for (const path of ['/', '/en/', '/ar/my-data/', '/sw.js', '/plain/']) expect(await status(path), path).toBe(200)
    for (const path of ['/assets/gone.js', '/course/en/gone.json', '/en/gone/', '/gone']) expect(await status(path), path).toBe(404)
  })
})

describe('npm start', () => {
  it('prints its address; there a lesson opens by its own address, and answers', async () => {
    const address = await run('start')
    const browser = await openChromium(inject('chromium'))
    const student = await Student.comes(browser, address, { language: 'en', width: 1280, touch: false })
    student.context.setDefaultTimeout(40_000)
    const { path, question } = asking('en', 'choice')
    await student.page.goto(`${address}/`)
    await student.page.waitForURL(`${address}/en/`)
    await student.open(path)
    await student.answer(question)
    await student.page.locator('.next').getByText(student.say('lesson.saved')).waitFor()
    expect(student.outside).toEqual([])
    await browser.close()
  })
})
