import type { Page } from 'playwright-core'

/** Everything to press or fill in that is smaller than 44 by 44; what stands inside a sentence is exempt, and a tick counts as its label. */
export const smallTargets = (page: Page): Promise<string[]> => page.evaluate(() => {
  /** Whether words stand beside it in the same run of text. */
  const inSentence = (element: Element) => {
    let box = element
    while (box.parentElement && /^inline/.test(getComputedStyle(box).display)) {
      if ([...box.parentElement.childNodes].some(node => node !== box && /\p{L}{2}/u.test(node.textContent ?? '') && (node instanceof Text || (node instanceof Element && /^inline/.test(getComputedStyle(node).display))))) return /block|list-item|table-cell|^inline$/.test(getComputedStyle(box.parentElement).display)
      box = box.parentElement
    }
    return false
  }
  return [...document.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, [role=button], [tabindex="0"]')].flatMap((element) => {
    const target = element.matches('input[type=radio], input[type=checkbox], .away') ? element.closest('label') ?? element : element
    if (!target.checkVisibility({ visibilityProperty: true }) || target.matches('.skip') || inSentence(element)) return []
    const { width, height } = target.getBoundingClientRect()
    return width >= 43.9 && height >= 43.9 ? [] : [`${target.tagName.toLowerCase()}.${target.className} “${(target.textContent || target.getAttribute('aria-label') || '').trim().slice(0, 30)}” ${width.toFixed(0)} × ${height.toFixed(0)}`]
  })
})

/** Words that nobody can read whole: they run out of the window, or out of a box that cuts them off. */
export const cutOff = (page: Page): Promise<string[]> => page.evaluate(() => {
  const found: string[] = []
  const over = document.documentElement.scrollWidth - document.documentElement.clientWidth
  if (over > 0) found.push(`the page is ${over} px wider than the window`)
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const range = document.createRange()
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const parent = node.parentElement
    if (!node.textContent?.trim() || !parent?.checkVisibility() || parent.closest('.away, .wide, .skip, option, noscript, script, style, svg, .scroll, .sr')) continue
    range.selectNodeContents(node)
    for (const { left, right, top, bottom } of range.getClientRects()) {
      if (left < -1 || right > innerWidth + 1) { found.push(`out of the window: ${node.textContent.trim().slice(0, 40)}`); break }
      const box = boxAround(parent)?.getBoundingClientRect()
      if (box && (left < box.left - 1 || right > box.right + 1 || top < box.top - 4 || bottom > box.bottom + 4)) { found.push(`cut off: ${node.textContent.trim().slice(0, 40)}`); break }
    }
  }
  for (const field of document.querySelectorAll<HTMLElement>('select, button, .button')) if (field.checkVisibility() && field.scrollWidth > field.clientWidth + 1) found.push(`too wide for its box: ${field.textContent.trim().slice(0, 40)}`)
  return found

  function boxAround(element: Element): Element | null {
    let each: Element | null = element
    while (each && each !== document.body && !/hidden|clip/.test(getComputedStyle(each).overflow)) each = each.parentElement
    return each === document.body ? null : each
  }
})

/** Words whose script is not that of the language they are marked with, or that run the other way: the languages of a page, as its words are marked. */
export const misnamed = (page: Page): Promise<string[]> => page.evaluate(() => {
  const found: string[] = []
  const texts = document.createTreeWalker(document.getElementById('app') ?? document.body, NodeFilter.SHOW_TEXT)
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const text = node.textContent?.trim() ?? ''
    const parent = node.parentElement
    const isArabic = /\p{Script=Arabic}/u.test(text)
    if (!parent || !(isArabic || /\p{Script=Latin}*\p{Ll}{2}/u.test(text))) continue // a document's symbol is of no language
    const language = parent.closest('[lang]')?.getAttribute('lang')
    const direction = getComputedStyle(parent).direction
    if (isArabic !== (language === 'ar')) found.push(`marked ${language}: ${text.slice(0, 40)}`)
    else if (!parent.closest('option, svg, script, style') && isArabic !== (direction === 'rtl')) found.push(`runs ${direction}: ${text.slice(0, 40)}`)
  }
  return found
})
