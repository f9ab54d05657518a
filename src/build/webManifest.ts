import { readFileSync } from 'node:fs'
import { languages, type Language } from '#languages.ts'

/** How an installed app is called and looks, in one language; `plain` gives it a neutral name and icon. */
export function webManifest(language: Language, base: string, plain: boolean): string {
  const { name } = JSON.parse(readFileSync(`locales/${language}/interface/app.json`, 'utf8')) as { name: string } // our own file
  const { plain: { title } } = JSON.parse(readFileSync(`locales/${language}/interface/student.json`, 'utf8')) as { plain: { title: string } } // our own file
  const called = plain ? title : name
  const icon = plain ? 'plain' : 'icon'
  return JSON.stringify({
    id: base, start_url: `${base}${language}/`, scope: base, name: called, short_name: called, lang: language, dir: languages[language], display: 'standalone',
    background_color: '#fbf8f2', theme_color: '#fbf8f2',
    icons: [{ src: `data:image/svg+xml,${encodeURIComponent(readFileSync(`public/${icon}.svg`, 'utf8').trim())}`, sizes: 'any', type: 'image/svg+xml', purpose: 'any' }, ...[192, 512].map(size => ({ src: `${base}${icon}-${size}.png`, sizes: `${size}x${size}`, type: 'image/png', purpose: 'any maskable' }))],
  })
}
