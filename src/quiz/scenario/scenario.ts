import { array, check, nonEmpty, number, optional, pipe, record, strictObject, string, transform, type InferOutput } from 'valibot'
import type { Verdict } from '../questionType.ts'

const text = pipe(string(), nonEmpty())
const Choice = strictObject({ id: string(), text, to: string(), effects: optional(record(string(), number())) })
const Node = strictObject({ id: string(), text, choices: optional(array(Choice), []), ending: optional(text), cost: optional(text) })
type Nodes = InferOutput<typeof Node>[]

const isKnown = (nodes: Nodes) => nodes.every(({ choices }) => choices.every(({ to }) => nodes.some(({ id }) => id === to)))

/** Every node that can be reached from one, itself among them; null where a way leads back to where it has been. */
function reach(nodes: Nodes, from: string, behind: readonly string[] = []): Set<string> | null {
  if (behind.includes(from)) return null
  const found = new Set([from])
  for (const { to } of nodes.find(({ id }) => id === from)?.choices ?? []) {
    const further = reach(nodes, to, [...behind, from])
    if (!further) return null
    for (const id of further) found.add(id)
  }
  return found
}

/** A story of nodes and choices, each ending with its cost; then a debrief, and the law behind it. */
export const written = pipe(
  strictObject({ start: string(), meters: optional(array(strictObject({ id: string(), text })), []), nodes: array(Node), debrief: text, law: text }),
  check(({ start, nodes }) => nodes.some(({ id }) => id === start), '`start` names a node'),
  check(({ nodes }) => isKnown(nodes), 'each `to` names a node'),
  check(({ nodes }) => nodes.every(({ choices, ending, cost }) => choices.length ? !ending : Boolean(ending && cost)), 'a node has either choices, or an ending and its cost'),
  check(({ start, nodes }) => isKnown(nodes) && (reach(nodes, start)?.size ?? 0) === nodes.length, 'every node can be reached from `start`, and no way leads back'),
  transform(({ start, meters, nodes, debrief, law }) => ({
    ask: { start, meters, nodes },
    key: { start, steps: Object.fromEntries(nodes.map(({ id, choices }) => [id, Object.fromEntries(choices.map(choice => [choice.id, choice.to]))])) },
    why: { debrief, law },
  })),
)

/** The words of an author's block. */
export const words = ['meters.*.text', 'nodes.*.text', 'nodes.*.ending', 'nodes.*.cost', 'nodes.*.choices.*.text', 'debrief', 'law'] as const

/** Ids of the choices taken, from the start. */
export const reply = array(string())

/** No step taken. */
export const blank = (): string[] => []

interface Key { start: string, steps: Record<string, Record<string, string>> }

/** The node that these choices lead to; null where one of them is not there. */
export const nodeAfter = ({ start, steps }: Key, taken: readonly string[]): string | null =>
  taken.reduce<string | null>((node, choice) => node === null ? null : steps[node]?.[choice] ?? null, start)

/** Open once an ending is reached: every way gains and costs something, so none earns points. Source of the rule: product.md, row 14. */
export function score(key: Key, taken: string[]): Verdict {
  const node = nodeAfter(key, taken)
  const isEnding = node !== null && Object.keys(key.steps[node] ?? {}).length === 0
  return { kind: isEnding ? 'open' : 'unanswered' }
}

/** There is no right way. */
export const answer = (): null => null

/** The debrief, and the law behind it. */
export const tells = (): string[] => ['debrief', 'law']
