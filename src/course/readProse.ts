import { createMarkdownExit } from 'markdown-exit'
import type { Block, Inline } from './lesson.ts'
import { readCitation, type Reading } from './reading.ts'

const markdown = createMarkdownExit({ html: false, linkify: false, typographer: false })

interface Token { type: string, tag: string, content: string, children?: Token[] | null, map?: [number, number] | null, attrGet: (name: string) => string | null }

/** Prose as a tree; `line` is where it begins in its file. */
export function readProse(text: string, line: number, reading: Reading): Block[] {
  const tokens = markdown.parse(text, {}) as unknown as Token[] // the package's own token type names the same fields
  const blocks: Block[] = []
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]! // within the bounds above
    const here = line + (token.map?.[0] ?? 0)
    const inside = () => inlines(tokens[at + 1]?.children ?? [], here, reading)
    if (token.type === 'paragraph_open') blocks.push({ p: inside() })
    else if (token.type === 'heading_open' && token.tag === 'h3') blocks.push({ h3: inside() })
    else if (token.type === 'bullet_list_open' || token.type === 'ordered_list_open') {
      const close = closing(tokens, at)
      blocks.push({ list: items(tokens.slice(at + 1, close), here, reading), ordered: token.type === 'ordered_list_open' })
      at = close
      continue
    } else if (token.type === 'blockquote_open') {
      const close = closing(tokens, at)
      blocks.push({ pull: tokens.slice(at, close).flatMap(each => each.type === 'inline' ? inlines(each.children ?? [], here, reading) : []) })
      at = close
      continue
    } else if (token.type === 'heading_open') reading.wrong(here, `a heading ${token.tag} does not belong here: write ## for a part or ### below it`)
    else if (['fence', 'code_block', 'html_block', 'hr'].includes(token.type)) reading.wrong(here, 'only paragraphs, headings, lists and > lines are prose: take this out')
  }
  return blocks
}

/** Where the block that opens at `at` closes. */
function closing(tokens: readonly Token[], at: number): number {
  const open = tokens[at]!.type // the caller has looked
  let depth = 0
  for (let each = at; each < tokens.length; each++) {
    const { type } = tokens[each]! // within the bounds above
    if (type === open) depth++
    if (type === open.replace('_open', '_close') && --depth === 0) return each
  }
  return tokens.length
}

const items = (tokens: readonly Token[], line: number, reading: Reading): Inline[][] =>
  tokens.filter(token => token.type === 'inline').map(token => inlines(token.children ?? [], line, reading))

/** The words of a line, with their marks. */
export function readInline(text: string, line: number, reading: Reading): Inline[] {
  const tokens = markdown.parseInline(text, {}) as unknown as Token[] // as above
  return inlines(tokens[0]?.children ?? [], line, reading)
}

function inlines(tokens: readonly Token[], line: number, reading: Reading): Inline[] {
  const out: Inline[] = []
  let text = ''
  const flush = () => { if (text) out.push(...marks(text, line, reading)); text = '' }
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]! // within the bounds above
    if (token.type === 'text' || token.type === 'text_special') text += token.content
    else if (token.type === 'softbreak' || token.type === 'hardbreak') text += reading.lang === 'zh' ? '' : ' '
    else if (['strong_open', 'em_open', 'link_open'].includes(token.type)) {
      flush()
      const close = closing(tokens, at)
      const of = inlines(tokens.slice(at + 1, close), line, reading)
      out.push(token.type === 'strong_open' ? { strong: of } : token.type === 'em_open' ? { em: of } : { link: safeLink(token, line, reading), of })
      at = close
    } else reading.wrong(line, `${token.type.replaceAll('_', ' ')} is not part of the notation: write it as words`)
  }
  flush()
  return out
}

function safeLink(token: Token, line: number, reading: Reading): string {
  const link = token.attrGet('href') ?? ''
  if (!link.startsWith('https://')) reading.wrong(line, `a link begins with https://, this one is ${link}`)
  return link
}

const MARK = /\[\[([^\]|]+)(?:\|([^\]]+))?\]\]|\[\^([^\]]+)\]|\{\{([^}]+)\}\}/g

/** What was meant as notation and is none: it would be printed as it stands. */
const STRAY = [
  [/<\/?[a-z][^>]*>/i, 'HTML is not part of the notation: write it as words'],
  [/\]\([^)]*\)/, 'a link begins with https://, and this is none: mend it'],
] as const

/** Terms, citations and figures inside plain text. */
function marks(text: string, line: number, reading: Reading): Inline[] {
  for (const [stray, says] of STRAY) if (stray.test(text)) reading.wrong(line, says)
  const out: Inline[] = []
  let from = 0
  for (const found of text.matchAll(MARK)) {
    if (found.index > from) out.push(text.slice(from, found.index))
    from = found.index + found[0].length
    const [, term, words, cited, figure] = found
    if (term) out.push({ term, of: [words ?? reading.term(term, line)] })
    if (term && words) reading.term(term, line)
    if (cited) {
      const citation = readCitation(cited)
      out.push({ cite: reading.cite(citation, line), ...(citation.place && { place: citation.place }) })
    }
    if (figure) {
      const { text: value, counts } = reading.figure(figure, line)
      out.push({ figure: value, counts })
    }
  }
  if (from < text.length) out.push(text.slice(from))
  return out
}
