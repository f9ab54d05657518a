import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ownNames, type Language } from '#languages.ts'
import type { Chunks } from './chunksPlugin.ts'

/** A file below the site's root, and the hash it must have. */
export type Listed = [path: string, integrity: string]

/** What the service worker keeps: the shell for everybody, and each language as a whole. */
export interface OfflineLists {
  build: string
  shell: Listed[]
  languages: Record<string, { files: Listed[], shell: Listed[], bytes: number }>
  /** What each language calls itself. */
  pages: Record<string, string>
}

const listed = (path: string): Listed => [path, `sha256-${createHash('sha256').update(readFileSync(join('dist', path))).digest('base64')}`]

/** The lists of a build in `dist/`: which chunk belongs to a language is told by its source. */
export function offlineLists(build: string, chunks: Chunks, pieces: readonly { path: string, file: string }[]): OfflineLists {
  const codes = Object.keys(ownNames) as Language[] // keys of our own list
  const languageOf = (module: string) => /^locales\/(\w+)\/interface\/(app|student)\.json$/.exec(module)?.[1] ?? /virtual:catalogue\/(\w+)/.exec(module)?.[1]
  const modules = Object.entries(chunks.modules)
  const own = (language: string) => [...new Set(modules.filter(([module]) => languageOf(module) === language).map(([, file]) => file))]
  const ofLanguages = new Set(codes.flatMap(own))
  const shared = Object.entries(chunks.files).filter(([file]) => !ofLanguages.has(file)).flatMap(([file, { styles }]) => [file, ...styles])
  return {
    build,
    shell: [...new Set(shared), 'plain/index.html'].map(listed),
    languages: Object.fromEntries(codes.map((language) => {
      const files = [...own(language), ...pieces.filter(({ path }) => path.startsWith(`${language}/`)).map(({ file }) => file)].map(listed)
      return [language, { files, shell: [listed(`shell/${language}.html`)], bytes: files.reduce((sum, [path]) => sum + readFileSync(join('dist', path)).length, 0) }]
    })),
    pages: ownNames,
  }
}
