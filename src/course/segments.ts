/** A stretch of a file: prose, a fence of data, or a container around more prose. Lines count from 1. */
export type Segment =
  | { kind: 'prose', text: string, line: number }
  | { kind: 'fence', name: string, text: string, line: number }
  | { kind: 'container', name: string, argument: string, text: string, line: number }
  | { kind: 'heading', text: string, id?: string, line: number }
  | { kind: 'open', name: string, line: number }

/** Part a body in its stretches. What is opened and never closed comes back as `open`. */
export function segments(body: string, firstLine: number): Segment[] {
  const lines = body.split('\n')
  const out: Segment[] = []
  let prose: string[] = []
  let proseAt = firstLine
  const flush = () => {
    if (prose.some(line => line.trim())) out.push({ kind: 'prose', text: prose.join('\n'), line: proseAt })
    prose = []
  }
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]! // within the bounds above
    const here = firstLine + at
    const heading = /^## (.+?)(?: \{#([a-z0-9-]+)\})?$/.exec(line)
    const fence = /^```([a-z]+)\s*$/.exec(line)
    const container = /^:::([a-z]+)\s*(.*)$/.exec(line)
    if (!heading && !fence && !container) {
      if (!prose.length) proseAt = here
      prose.push(line)
      continue
    }
    flush()
    if (heading) {
      out.push({ kind: 'heading', text: heading[1]!, line: here, ...(heading[2] && { id: heading[2] }) }) // the pattern has caught it
      continue
    }
    const end = lines.findIndex((each, index) => index > at && each.trimEnd() === (fence ? '```' : ':::'))
    const name = (fence ?? container)![1]! // one of the two patterns has caught it
    if (end < 0) return [...out, { kind: 'open', name, line: here }]
    const text = lines.slice(at + 1, end).join('\n')
    out.push(fence ? { kind: 'fence', name, text, line: here } : { kind: 'container', name, argument: container![2]!.trim(), text, line: here }) // not a fence: a container
    at = end
  }
  flush()
  return out
}

/** The id of a part, from its English heading. */
export const slug = (text: string): string =>
  text.toLowerCase().normalize('NFKD').replace(/[\u0300-\u036f]/g, '').replace(/\[\[([^\]|]+)[^\]]*\]\]/g, '$1').replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')
