import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import puppeteer, { type Browser } from 'puppeteer-core'

/** A Firefox whose profile lies in `folder`, to be opened again later; it restores no session by itself. */
export async function openFirefox(executablePath: string, folder: string): Promise<Browser> {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'user.js'), [
    'user_pref("browser.sessionstore.resume_from_crash", false);', 'user_pref("browser.shell.checkDefaultBrowser", false);',
    'user_pref("datareporting.policy.dataSubmissionEnabled", false);', 'user_pref("toolkit.telemetry.reportingpolicy.firstRun", false);',
  ].join('\n'))
  return puppeteer.launch({ browser: 'firefox', executablePath, userDataDir: folder, headless: true, defaultViewport: { width: 800, height: 1200 } })
}
