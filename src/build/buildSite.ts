import { copyFileSync, rmSync } from 'node:fs'
import { build } from 'vite'
import { prerender } from './prerender.ts'

/** `npm run build`: the site with every page prerendered, and the one file, in `dist/`. `--base=/sub/` serves it below a path; `--quick` leaves out the one file and the last squeezing. */
export async function buildSite(words: string[], load: (file: string) => Promise<unknown>): Promise<void> {
  const base = words.find(word => word.startsWith('--base='))?.slice('--base='.length) ?? '/'
  const quick = words.includes('--quick')
  process.env.PEACE_BASE = base
  process.env.NODE_ENV = 'production'
  await build({ logLevel: 'warn', mode: 'production', ...(quick && { build: { minify: 'oxc' as const } }) })
  await build({ logLevel: 'warn', mode: 'production', build: { ssr: 'src/server.ts' } })
  await prerender(base, load)
  if (!quick) {
    await build({ logLevel: 'warn', mode: 'single' })
    copyFileSync('.build/single/index.html', 'dist/peace-and-solidarity.html')
  }
  rmSync('.build', { recursive: true, force: true })
}
