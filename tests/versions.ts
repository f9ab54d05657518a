import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const walk = (folder: string, at = ''): string[] => readdirSync(join(folder, at), { withFileTypes: true }).flatMap(entry => entry.isDirectory() ? walk(folder, join(at, entry.name)) : [join(at, entry.name)])
const integrity = (body: Buffer) => `sha256-${createHash('sha256').update(body).digest('base64')}`

/**
 * A later version of a built site, as a deploy would bring it: another build's name, and every chunk under a new name with other content.
 * Written into `to`; nothing of the old chunks is left there.
 */
export function nextVersion(from: string, to: string, name: string): void {
  mkdirSync(to, { recursive: true })
  cpSync(from, to, { recursive: true })
  const files = walk(to)
  const chunks = files.filter(file => /^assets\/.*\.js$/.test(file))
  const build = /content="([^"]+)"/.exec(/<meta name="build"[^>]*>/.exec(readFileSync(join(to, 'en/index.html'), 'utf8'))?.[0] ?? '')?.[1] ?? ''
  const renamed = new Map(chunks.map(file => [file.slice('assets/'.length), `${file.slice('assets/'.length, -3)}-${name}.js`]))
  const before = new Map(files.map(file => [file, integrity(readFileSync(join(to, file)))]))
  for (const file of files.filter(each => /\.(html|js)$/.test(each) && each !== 'sw.js' && statSync(join(to, each)).size < 5e6)) {
    let text = readFileSync(join(to, file), 'utf8').replaceAll(build, name)
    for (const [old, now] of renamed) text = text.replaceAll(old, now)
    writeFileSync(join(to, file), chunks.includes(file) ? `${text}\n/* ${name} */` : text)
  }
  for (const [old, now] of renamed) renameSync(join(to, 'assets', old), join(to, 'assets', now))
  const oldLists = `lists.${build}.json`
  let lists = readFileSync(join(to, oldLists), 'utf8').replaceAll(build, name)
  for (const [old, now] of renamed) lists = lists.replaceAll(old, now)
  for (const [file, was] of before) {
    const now = file.startsWith('assets/') && file.endsWith('.js') ? join('assets', renamed.get(file.slice('assets/'.length)) ?? '') : file
    if (file !== oldLists) lists = lists.replaceAll(was, integrity(readFileSync(join(to, now))))
  }
  writeFileSync(join(to, `lists.${name}.json`), lists)
  const worker = readFileSync(join(to, 'sw.js'), 'utf8').replaceAll(build, name).replaceAll(before.get(oldLists) ?? '', integrity(Buffer.from(lists)))
  writeFileSync(join(to, 'sw.js'), worker)
}

/** What may go wrong with one answer of a host. */
export type Fault = 'none' | 'abort' | 'truncate' | 'error' | 'html'
