import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { serve } from './serve.ts'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext { site: string, chromium: string, firefox: string }
}

const places = {
  chromium: [process.env.CHROME, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/microsoft-edge', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe', 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe'],
  firefox: [process.env.FIREFOX, '/usr/bin/firefox-esr', '/usr/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox', 'C:\\Program Files\\Mozilla Firefox\\firefox.exe'],
}
type Browser = keyof typeof places

const installed = (browser: Browser) => places[browser].find(place => place && existsSync(place))
const isDebianRoot = () => process.getuid?.() === 0 && existsSync('/etc/debian_version')

let updated = false

/** Where a browser is; on Debian as root a missing one is installed, and said in one line. */
export function findBrowser(browser: Browser): string {
  const found = installed(browser)
  if (found) return found
  const name = browser === 'firefox' ? 'firefox-esr' : 'chromium'
  if (isDebianRoot()) {
    console.log(`tests: ${name} is missing; installing it with apt-get`)
    const quiet = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const
    if (!updated) execFileSync('apt-get', ['update', '-qq'], quiet)
    updated = true
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', name], quiet)
  } else if (browser === 'chromium') {
    console.log('tests: no Chromium, Chrome or Edge; downloading one with playwright-core')
    execFileSync(process.execPath, ['node_modules/playwright-core/cli.js', 'install', 'chromium-headless-shell'], { stdio: 'inherit' })
    return execFileSync(process.execPath, ['-e', 'console.log(require("playwright-core").chromium.executablePath())'], { encoding: 'utf8' }).trim()
  }
  const now = installed(browser)
  if (!now && process.env.CI) throw new Error(`tests: ${name} is missing, and under CI nothing may be skipped`)
  if (!now) console.log(`tests: no Firefox, so the single file and the stores were not tried in it: install ${name}, or set $FIREFOX`)
  return now ?? ''
}

/** Once before all browser tests: find the browsers, build the site, serve it. */
export default async function setup(project: TestProject) {
  project.provide('chromium', findBrowser('chromium'))
  project.provide('firefox', findBrowser('firefox'))
  execFileSync('npm', ['run', '--silent', 'build'], { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, NODE_ENV: 'production' } })
  const site = await serve(path => readFileSync(`dist${path}`))
  project.provide('site', site.url)
  return site.close
}
