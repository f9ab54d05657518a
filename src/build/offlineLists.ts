import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Manifest } from 'vite'
import { ownNames, type Language } from '#languages.ts'

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
export function offlineLists(build: string, manifest: Manifest, pieces: readonly { path: string, file: string }[]): OfflineLists {
  const codes = Object.keys(ownNames) as Language[] // keys of our own list
  const languageOf = (source: string) => /^locales\/(\w+)\/interface\/(app|student)\.json$/.exec(source)?.[1] ?? /virtual:catalogue\/(\w+)/.exec(source)?.[1]
  const chunks = Object.entries(manifest)
  const own = (language: string) => chunks.filter(([source]) => languageOf(source) === language).map(([, chunk]) => chunk.file)
  const ofLanguages = new Set(chunks.filter(([source]) => languageOf(source) ?? source.startsWith('locales/')).map(([, chunk]) => chunk.file))
  const shared = new Set(chunks.flatMap(([, chunk]) => [chunk.file, ...chunk.css ?? []]).filter(file => !ofLanguages.has(file)))
  return {
    build,
    shell: [...shared, 'plain/index.html'].map(listed),
    languages: Object.fromEntries(codes.map((language) => {
      const files = [...own(language), ...pieces.filter(({ path }) => path.startsWith(`${language}/`)).map(({ file }) => file)].map(listed)
      return [language, { files, shell: [listed(`shell/${language}.html`)], bytes: files.reduce((sum, [path]) => sum + readFileSync(join('dist', path)).length, 0) }]
    })),
    pages: ownNames,
  }
}
