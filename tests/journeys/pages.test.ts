import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { lookAtEveryPage, routes } from '../everyPage.ts'

lookAtEveryPage('en')

it.each(routes)('%s says its language, direction and title, and carries no inline style', (path) => {
  const html = readFileSync(`dist${path}index.html`, 'utf8')
  const language = path.slice(1, 3)
  expect(html).toContain(`<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">`)
  expect(/<title>([^<]+)<\/title>/.exec(html)?.[1]).toMatch(/\S/)
  expect(html.match(/\sstyle="/g)).toBeNull()
  expect(html).toContain('Content-Security-Policy')
  expect(html.match(/hreflang="/g)?.length).toBeGreaterThanOrEqual(6)
})
