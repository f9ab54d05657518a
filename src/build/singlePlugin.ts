import { resolve } from 'node:path'
import type { Plugin } from 'vite'
import { bootScript } from './bootScript.ts'
import { compileCourse } from './compileCourse.ts'
import { policy } from './policy.ts'

/** One HTML file: the only script, the styles and the whole course inside, under a policy that lets nothing else in. */
export function singlePlugin(): Plugin {
  return {
    name: 'single',
    enforce: 'post',
    config: () => ({
      base: './',
      build: { assetsInlineLimit: Infinity, cssCodeSplit: false, modulePreload: false, rolldownOptions: { output: { codeSplitting: false } } },
    }),
    generateBundle: {
      order: 'post', // after Vite has filled in its own marks
      handler(_options, bundle) {
        const files = Object.values(bundle)
        const html = files.find(file => file.fileName.endsWith('.html'))
        const script = files.find(file => file.type === 'chunk')
        const style = files.find(file => file.fileName.endsWith('.css'))
        if (html?.type !== 'asset' || script?.type !== 'chunk') { this.error('the page or its script is missing'); return }
        const code = script.code.replace(/<\/(script)/gi, '<\\/$1').replaceAll('<!--', '\\x3C!--')
        const css = style?.type === 'asset' ? String(style.source) : ''
        const boot = bootScript()
        const course = JSON.stringify({ held: Object.fromEntries(compileCourse(resolve('.')).pieces), files: {} }).replaceAll('<', '\\u003c')
        html.source = String(html.source)
          .replace(/<script type="module"[^>]*><\/script>\s*/, '').replace(/<link rel="stylesheet"[^>]*>\s*/, '')
          .replace('<!--head-->', () => `${policy({ scripts: [boot, code], styles: [css], single: true })}\n<script>${boot}</script>\n<style>${css}</style>`)
          .replace('</body>', () => `<script type="application/json" id="brought">${course}</script>\n<script type="module">${code}</script>\n</body>`)
        for (const file of files) if (file !== html) Reflect.deleteProperty(bundle, file.fileName)
      },
    },
  }
}
