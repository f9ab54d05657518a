import { build } from 'vite'
import type { OfflineLists } from './offlineLists.ts'

/** Write `dist/sw.js`: the worker with the lists of this build inside. */
export async function buildWorker(lists: OfflineLists): Promise<void> {
  await build({
    configFile: false, logLevel: 'warn', publicDir: false, define: { __LISTS__: JSON.stringify(lists) },
    build: { outDir: 'dist', emptyOutDir: false, target: 'es2022', lib: { entry: 'src/build/worker.ts', formats: ['iife'], name: 'worker', fileName: () => 'sw.js' } },
  })
}
