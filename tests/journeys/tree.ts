import type { CDPSession } from 'playwright-core'

interface Node { nodeId: string, ignored: boolean, role?: { value: string }, name?: { value: string }, value?: { value: unknown }, properties?: { name: string, value: { value: unknown } }[], childIds?: string[], backendDOMNodeId?: number }

/** Roles that nobody hears: what is inside them speaks for itself. */
const silent = ['generic', 'none', 'form', 'LineBreak', 'ListMarker', 'LabelText', 'Legend', 'MenuListPopup', 'InlineTextBox', 'strong', 'DescriptionList']
/** Roles whose words are their name. */
const named = ['button', 'option', 'heading', 'link', 'DisclosureTriangle', 'checkbox', 'radio', 'textbox', 'spinbutton', 'term']
/** States worth hearing, and when. */
const states: Record<string, (value: unknown) => string> = {
  checked: value => value === 'true' || value === true ? 'checked' : '',
  pressed: value => value === 'true' || value === true ? 'pressed' : 'not pressed',
  disabled: value => value ? 'disabled' : '',
  expanded: value => value ? 'expanded' : 'collapsed',
}

const tidy = (text: unknown) => String(text ?? '').replace(/\s+/g, ' ').trim()

/** The accessibility tree of Chromium below each question of a page, as lines: role, name, state. */
export async function treesOf(cdp: CDPSession): Promise<Map<string, string[]>> {
  const { nodes } = await cdp.send('Accessibility.getFullAXTree') as unknown as { nodes: Node[] } // the same shape, named less fully
  const byId = new Map(nodes.map(node => [node.nodeId, node]))
  for (const slider of nodes.filter(({ role }) => role?.value === 'slider')) slider.value = await readOf(cdp, slider)
  const { root } = await cdp.send('DOM.getDocument', { depth: 0 })
  const { nodeIds } = await cdp.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector: 'form[data-question]' })
  const found = new Map<string, string[]>()
  for (const nodeId of nodeIds) {
    const { node } = await cdp.send('DOM.describeNode', { nodeId })
    const attributes = node.attributes ?? []
    const top = nodes.find(each => each.backendDOMNodeId === node.backendNodeId)
    if (top) found.set(attributes[attributes.indexOf('data-question') + 1] ?? '', joined(linesOf(top, byId, 0, false)))
  }
  return found
}

/** What is read of a slider: its words, where the page gives it some; the protocol tells only the number. */
async function readOf(cdp: CDPSession, { backendDOMNodeId, value }: Node): Promise<{ value: unknown }> {
  if (!backendDOMNodeId) return { value: value?.value }
  const { node: { attributes = [] } } = await cdp.send('DOM.describeNode', { backendNodeId: backendDOMNodeId })
  const at = attributes.indexOf('aria-valuetext')
  return { value: at < 0 ? value?.value : attributes[at + 1] }
}

/** A mark and the dash before it are one. */
const joined = (lines: string[]) => lines.join('\n').replace(/text "—"\n *text "/g, 'text "— ').split('\n')

function linesOf(node: Node, byId: ReadonlyMap<string, Node>, depth: number, isSaid: boolean): string[] {
  const role = node.role?.value ?? ''
  const inside = (deeper: number, said: boolean) => (node.childIds ?? []).flatMap((id) => { const child = byId.get(id); return child ? linesOf(child, byId, depth + deeper, said) : [] })
  if (role === 'InlineTextBox') return []
  if (role === 'StaticText') return isSaid || !tidy(node.name?.value) ? [] : [`${'  '.repeat(depth)}text "${tidy(node.name?.value)}"`]
  if (role === 'paragraph') return inOneBreath(inside(0, isSaid))
  if (role === 'listitem') return [line(node, depth), ...inOneBreath(inside(1, false))]
  if (node.ignored || silent.includes(role)) return inside(0, isSaid || role === 'LabelText' || role === 'Legend')
  if (role === 'combobox') return [line(node, depth, choicesOf(node, byId))]
  return [line(node, depth), ...inside(1, named.includes(role))]
}

/** Words that follow each other in one block are read as one. */
const inOneBreath = (lines: string[]) => lines.reduce<string[]>((all, each) => {
  const [last, next] = [all.at(-1), /^ *text "(.*)"$/.exec(each)?.[1]]
  return next !== undefined && last && /^ *text "/.test(last) ? [...all.slice(0, -1), `${last.slice(0, -1)} ${next}"`] : [...all, each]
}, [])

function line({ role, name, value, properties = [] }: Node, depth: number, more = ''): string {
  const found = properties.map(({ name: state, value: is }) => states[state]?.(is.value)).filter(Boolean)
  return [`${'  '.repeat(depth)}${role?.value ?? ''}`, tidy(name?.value) && `"${tidy(name?.value)}"`, tidy(value?.value) && `= "${tidy(value?.value)}"`, more, found.length && `[${found.join(', ')}]`].filter(Boolean).join(' ')
}

/** What a closed list offers. */
function choicesOf(node: Node, byId: ReadonlyMap<string, Node>): string {
  const all = (each: Node): string[] => each.role?.value === 'option' ? [tidy(each.name?.value)] : (each.childIds ?? []).flatMap((id) => { const child = byId.get(id); return child ? all(child) : [] })
  return `of ${all(node).join(' | ')}`
}
