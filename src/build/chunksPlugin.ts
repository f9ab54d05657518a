import { mkdirSync, writeFileSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import type { Plugin } from 'vite'

/** Which file holds a module, and what each file needs: for preloads, inlined styles and the offline lists. */
export interface Chunks {
  modules: Record<string, string>
  files: Record<string, { imports: string[], styles: string[] }>
}

/** Where the chunks of the site's build are noted. */
export const chunksFile = resolve('.build/chunks.json')

/** Note after a build which file holds which module: a module's own name stays, whatever chunk it was put in. */
export function chunksPlugin(): Plugin {
  return {
    name: 'chunks',
    generateBundle: {
      order: 'post', // after Vite has told which styles belong to which chunk
      handler(_options, bundle) {
        const chunks: Chunks = { modules: {}, files: {} }
        for (const chunk of Object.values(bundle)) {
          if (chunk.type !== 'chunk') continue
          const styles = [...(chunk as { viteMetadata?: { importedCss?: Set<string> } }).viteMetadata?.importedCss ?? []] // Vite's own, missing in the type
          chunks.files[chunk.fileName] = { imports: chunk.imports, styles }
          for (const id of chunk.moduleIds) chunks.modules[relative(resolve('.'), id.replace(/^\0/, '')).replace(/\?.*$/, '')] ??= chunk.fileName
        }
        mkdirSync('.build', { recursive: true })
        writeFileSync(chunksFile, JSON.stringify(chunks))
      },
    },
  }
}

/** Files that a set of modules needs, with all they import. */
export function filesOf({ modules, files }: Chunks, wanted: readonly string[]): { scripts: string[], styles: string[] } {
  const scripts = new Set<string>()
  const styles = new Set<string>()
  const walk = (file: string | undefined) => {
    if (!file || scripts.has(file)) return
    scripts.add(file)
    for (const each of files[file]?.imports ?? []) walk(each)
    for (const style of files[file]?.styles ?? []) styles.add(style)
  }
  for (const each of wanted) walk(modules[each])
  return { scripts: [...scripts], styles: [...styles] }
}
