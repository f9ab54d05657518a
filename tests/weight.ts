import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'

const weighed = new Map<string, number>()

/** What a file of the built site weighs on the wire: with the strongest brotli, as hosts keep files that do not change. */
export function weigh(file: string): number {
  const found = weighed.get(file)
  if (found !== undefined) return found
  const body = readFileSync(join('dist', file))
  const weight = brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } }).length
  weighed.set(file, weight)
  return weight
}

/** The files that a page names in its HTML and a browser fetches at once: scripts, what is preloaded, and no style, for those stand inside. */
export function namedBy(page: string): string[] {
  const html = readFileSync(join('dist', page), 'utf8')
  return [...html.matchAll(/<(?:script type="module"|link rel="(?:module)?preload")[^>]* (?:src|href)="\/([^"]+)"/g)].map(found => found[1] ?? '')
}

/** What a page weighs until its first question can be answered. */
export function weightOf(page: string) {
  const files = namedBy(page)
  const sum = (which: RegExp) => files.filter(file => which.test(file)).reduce((all, file) => all + weigh(file), 0)
  return { html: weigh(page), js: sum(/\.js$/), until: weigh(page) + sum(/./), requests: files.length + 1 }
}
