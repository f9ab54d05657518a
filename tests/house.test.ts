import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'

const all = (folder: string): string[] => readdirSync(folder, { withFileTypes: true }).flatMap(entry => entry.isDirectory() ? all(join(folder, entry.name)) : [join(folder, entry.name)])
const files = all('src').filter(file => /\.(ts|vue)$/.test(file)).map(file => ({ file: relative('src', file), text: readFileSync(file, 'utf8') }))

/** Who may import whom, by folder; what is not a key may import anything. */
const subject = ['quiz', 'course', 'progress', 'review', 'classroom', 'formats']
const may: Record<string, string[]> = {
  quiz: [], review: [], platform: [], ui: [], course: ['quiz'], progress: ['quiz', 'course'], classroom: ['quiz', 'course', 'progress'],
  formats: ['quiz', 'course', 'classroom'], stores: [...subject, 'platform'], frame: ['stores', 'ui', 'platform'],
  student: [...subject, 'stores', 'platform', 'frame', 'ui'], teacher: [...subject, 'stores', 'platform', 'frame', 'ui'],
  workshop: [...subject, 'stores', 'platform', 'frame', 'ui'], activities: [...subject, 'stores', 'platform', 'frame', 'ui'],
  build: subject, host: subject,
}
/** Exceptions sign their name here: file, what it imports, why. */
const signed: Record<string, string> = {
  'build/prerender.ts → ../server.ts': 'a type only: what the rendered page looks like',
}

const importsOf = (text: string) => [...text.matchAll(/(?:from|import\()\s*'([^']+)'/g)].map(found => found[1] ?? '')
const withoutStyle = (text: string) => text.replace(/<style[\s\S]*?<\/style>/g, '')

describe('the house', () => {
  it.each(files)('$file imports only what its folder may', ({ file, text }) => {
    const room = file.includes('/') ? file.split('/')[0] ?? '' : ''
    const breaches = importsOf(text).filter((from) => {
      if (`${file} → ${from}` in signed) return false
      const other = /^#([a-z]+)\//.exec(from)?.[1]
      if (other) return room in may && other !== room && !may[room]?.includes(other) && !(file.endsWith('.vue') && other === 'ui')
      if (!from.startsWith('.')) return false
      const depth = file.split('/').length - 2
      return (from.match(/\.\.\//g)?.length ?? 0) > Math.max(0, depth)
    })
    expect(breaches).toEqual([])
  })

  it.each(files.filter(({ file }) => subject.includes(file.split('/')[0] ?? '') && file.endsWith('.ts')))('$file knows no Vue', ({ file, text }) => {
    const allowed = ['quiz/views.ts', 'course/useReader.ts'] // these two belong to the faces
    expect(allowed.includes(file) ? [] : importsOf(text).filter(from => /^(vue|pinia|vue-router|vue-i18n)$/.test(from))).toEqual([])
  })

  it.each(files.filter(({ file }) => /^(quiz|ui)\//.test(file)))('$file knows no store', ({ text }) => {
    expect(importsOf(text).filter(from => from.startsWith('#stores/') || from === 'pinia')).toEqual([])
  })

  it.each(files)('$file is not longer than 150 lines', ({ text }) => {
    expect(withoutStyle(text).trimEnd().split('\n').length).toBeLessThanOrEqual(150)
  })

  it.each(files.filter(({ file }) => file.endsWith('.vue')))('$file writes no inline style and no HTML', ({ text }) => {
    const template = /<template>[\s\S]*<\/template>/.exec(text)?.[0] ?? ''
    expect(template.match(/(?<![-\w]):?style=|v-show|v-html/g) ?? []).toEqual([])
  })

  it.each(files.filter(({ file }) => file.endsWith('.vue') || file.endsWith('.css')))('$file is drawn for both directions', ({ text }) => {
    const styles = [...text.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(found => found[1] ?? '').join('\n')
    expect(styles.match(/(?:margin|padding|border)-(?:left|right)|(?:^|[\s;{])(?:left|right)\s*:|float:\s*(?:left|right)|text-align:\s*(?:left|right)/gm) ?? []).toEqual([])
  })

  it.each(files.filter(({ file }) => file.endsWith('.ts') && !file.endsWith('.d.ts')))('$file says what each export promises', ({ text }) => {
    const lines = text.split('\n')
    const bare = lines.flatMap((line, at) => /^export (?:const|function|async function|type|interface|class|default)/.test(line) && !/\*\/\s*$|^ \*/.test(lines[at - 1] ?? '') ? [line] : [])
    expect(bare).toEqual([])
  })

  it.each(files)('$file gives a reason wherever a type is forced', ({ text }) => {
    const script = withoutStyle(text).replace(/<template>[\s\S]*<\/template>/, '')
    const forced = script.split('\n').filter(line => !/^\s*(\*|\/\*\*)/.test(line) && !line.includes('//') && /\bas (?!const\b|never\b)[A-Z{(]|\bas any\b|: any\b|[\w)\]]!(?=[.;,)\s\]]|$)|@ts-|eslint-disable/.test(line) && !/^\s*import|^export \{/.test(line))
    expect(forced).toEqual([])
  })
})
