import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'

const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8')
const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'wcag2aaa', 'best-practice']

const colours = { type: 'rule', values: ['color-contrast', 'color-contrast-enhanced', 'link-in-text-block'] }

/** What axe finds wrong on a page, at WCAG 2.2 AA, with the contrast of AAA: rule and the elements, one line each. `only` its colours, where the rest was looked at before. */
export async function violationsOf(page: Page, only?: 'colours'): Promise<string[]> {
  if (!await page.evaluate(() => 'axe' in globalThis)) await page.evaluate(axe)
  const found = await page.evaluate(async (runOnly) => {
    const { axe } = globalThis as unknown as { axe: { run: (context: unknown, options: unknown) => Promise<{ violations: { id: string, nodes: { target: string[], failureSummary: string }[] }[] }> } } // just evaluated
    return (await axe.run(document, { runOnly, rules: { 'color-contrast-enhanced': { enabled: true }, 'identical-links-same-purpose': { enabled: false } } })).violations
  }, only ? colours : { type: 'tag', values: levels })
  return found.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(node => `${node.target.join(' ')} (${node.failureSummary.split('\n')[1]?.trim() ?? ''})`).join(' · ')}`)
}
