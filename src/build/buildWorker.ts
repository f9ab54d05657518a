import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { build } from 'vite'
import type { OfflineLists } from './offlineLists.ts'

/** Write `dist/sw.js`, the worker, which knows the lists of its build by name and hash; and those lists. */
export async function buildWorker(lists: OfflineLists): Promise<void> {
  const text = JSON.stringify(lists)
  const mark = createHash('sha256').update(text).digest('base64')
  const file = `lists.${lists.build}.json`
  writeFileSync(`dist/${file}`, text)
  await build({
    configFile: false, logLevel: 'warn', publicDir: false, define: { __LISTS__: JSON.stringify({ build: lists.build, lists: [file, `sha256-${mark}`] }) },
    build: { outDir: 'dist', emptyOutDir: false, target: 'es2022', lib: { entry: 'src/build/worker.ts', formats: ['iife'], name: 'worker', fileName: () => 'sw.js' } },
  })
}
