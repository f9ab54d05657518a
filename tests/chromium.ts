import { chromium, type Browser, type BrowserContext, type LaunchOptions } from 'playwright-core'

export const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']

/** How Chromium is started in every test. */
export const launching = (executablePath: string): LaunchOptions => ({ executablePath, args: flags, headless: true })

/** A Chromium with an empty profile. */
export const openChromium = (executablePath: string): Promise<Browser> => chromium.launch(launching(executablePath))

/** A Chromium whose profile lies in `folder`, to be opened again later. */
export const openKept = (executablePath: string, folder: string): Promise<BrowserContext> => chromium.launchPersistentContext(folder, launching(executablePath))
