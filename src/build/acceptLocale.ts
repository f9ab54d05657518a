import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { readFile } from '#course/readFile.ts'
import { readFacts } from './compileCourse.ts'
import { hashesOf } from './freshness.ts'

/** `npm run locale:accept -- <lang>`: note which English words the translations of this language were made from. */
export function acceptLocale([lang = '']: string[]): void {
  const root = resolve('.')
  const state: Record<string, string> = {}
  for (const { id, lessons } of readFacts(root).modules) {
    for (const name of ['module', ...lessons, 'bank', 'workshop']) {
      const english = `locales/en/${id}/${name}.md`
      if (!existsSync(join(root, 'locales', lang, id, `${name}.md`)) || !existsSync(join(root, english))) continue
      Object.assign(state, hashesOf(readFile(english, readFileSync(join(root, english), 'utf8'), (line, says) => { throw new Error(`${english}:${line}: ${says}`) })))
    }
  }
  writeFileSync(join(root, 'locales', lang, 'state.json'), `${JSON.stringify(state, null, 1)}\n`)
  console.log(`${lang}: ${Object.keys(state).length} texts accepted as they stand`)
}
