import { createHash } from 'node:crypto'

/** How a policy names an inline script or style. */
export const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** The content-security policy of a page, as a `<meta>`: only our own files and these inline texts; no eval, no HTML from strings. */
export function policy({ scripts, styles, single = false }: { scripts: string[], styles: string[], single?: boolean }): string {
  const self = single ? [] : ['\'self\'']
  const list = (name: string, ...values: string[]) => `${name} ${values.length ? values.join(' ') : '\'none\''}`
  const rules = [
    'default-src \'none\'',
    list('script-src', ...self, ...scripts.map(hashOf)),
    list('style-src', ...self, ...styles.map(hashOf)),
    list('img-src', ...self, 'data:', 'blob:'),
    list('connect-src', ...self),
    list('manifest-src', ...self),
    list('worker-src', ...self),
    'base-uri \'none\'', 'form-action \'none\'', 'object-src \'none\'',
    'require-trusted-types-for \'script\'', 'trusted-types peace',
  ]
  return `<meta http-equiv="Content-Security-Policy" content="${rules.join('; ')}">`
}
