import { array, check, minLength, minValue, nonEmpty, number, optional, pipe, record, strictObject, string, transform } from 'valibot'
import { points, type Mark, type Verdict } from '../questionType.ts'

const text = pipe(string(), nonEmpty())
const named = pipe(array(strictObject({ id: string(), text })), minLength(2))
const ids = array(string())
const Criterion = strictObject({ id: string(), text, asks: text, accepts: pipe(ids, minLength(1)), evidence: ids, why: text, other: text })
const Step = strictObject({ outcome: string(), every: optional(ids), some: optional(ids), least: optional(pipe(number(), minValue(1))) })

/** A case in sentences, criteria to weigh it by, outcomes, and the rule by which an outcome follows from the verdicts. */
export const written = pipe(
  strictObject({
    case: named, verdicts: named, criteria: pipe(array(Criterion), minLength(2)),
    outcomes: pipe(array(strictObject({ id: string(), text, why: text })), minLength(2)), rule: pipe(array(Step), minLength(2)),
  }),
  check(({ case: sentences, criteria }) => criteria.every(({ evidence }) => evidence.every(id => sentences.some(each => each.id === id))), 'each `evidence` names sentences of `case`'),
  check(({ verdicts, criteria }) => criteria.every(({ accepts }) => accepts.every(id => verdicts.some(each => each.id === id))), 'each `accepts` names ids of `verdicts`'),
  check(({ outcomes, rule }) => rule.every(({ outcome }) => outcomes.some(({ id }) => id === outcome)), 'each step of `rule` names an outcome'),
  check(({ rule }) => { const last = rule.at(-1); return !last?.every && !last?.some }, 'the last step of `rule` has no condition: it holds otherwise'),
  transform(({ case: sentences, verdicts, criteria, outcomes, rule }) => ({
    ask: { sentences, verdicts, criteria: criteria.map(({ id, text, asks }) => ({ id, text, asks })), outcomes: outcomes.map(({ id, text }) => ({ id, text })) },
    key: { sentences: sentences.length, rule, criteria: Object.fromEntries(criteria.map(({ id, accepts, evidence }) => [id, { accepts, evidence }])) },
    why: Object.fromEntries([...criteria.flatMap(({ id, why, other }) => [[id, why], [`${id}/other`, other]] as const), ...outcomes.map(({ id, why }) => [`outcome/${id}`, why] as const)]),
  })),
)

/** The words of an author's block. */
export const words = ['case.*.text', 'verdicts.*.text', 'criteria.*.text', 'criteria.*.asks', 'criteria.*.why', 'criteria.*.other', 'outcomes.*.text', 'outcomes.*.why'] as const

/** For each criterion a verdict and the sentences that show it; then an outcome. */
export const reply = strictObject({ verdicts: record(string(), string()), evidence: record(string(), ids), outcome: string() })

interface Reply { verdicts: Record<string, string>, evidence: Record<string, string[]>, outcome: string }
interface Key { sentences: number, rule: { outcome: string, every?: string[] | undefined, some?: string[] | undefined, least?: number | undefined }[], criteria: Record<string, { accepts: string[], evidence: string[] }> }

/** Nothing weighed. */
export const blank = (): Reply => ({ verdicts: {}, evidence: {}, outcome: '' })

/** The outcome that follows from these verdicts: the first step of the rule that holds. */
export function outcomeOf({ rule, criteria }: Key, verdicts: Record<string, string>): string {
  const given = Object.keys(criteria).map(id => verdicts[id] ?? '')
  const holds = ({ every, some, least = 1 }: Key['rule'][number]) =>
    (!every || given.every(each => every.includes(each))) && (!some || given.filter(each => some.includes(each)).length >= least)
  return rule.find(holds)?.outcome ?? ''
}

/** How well sentences show a criterion: the share of those that do, less the share of those that do not. */
function shown(evidence: readonly string[], marked: readonly string[], sentences: number): number {
  const hits = marked.filter(id => evidence.includes(id)).length
  const others = sentences - evidence.length
  const found = evidence.length ? hits / evidence.length : 1
  return Math.max(0, found - (others ? (marked.length - hits) / others : 0))
}

/** Four fifths for evidence, one for an outcome that follows from one's own verdicts; the verdicts themselves are never scored. Source of the rule: product.md, row 15, as the issue changes it. */
export function score(key: Key, { verdicts, evidence, outcome }: Reply): Verdict {
  const criteria = Object.entries(key.criteria)
  if (!outcome || criteria.some(([id]) => !verdicts[id])) return { kind: 'unanswered' }
  const shares = criteria.map(([id, each]) => shown(each.evidence, evidence[id] ?? [], key.sentences))
  const follows = outcome === outcomeOf(key, verdicts)
  const mark = (share: number): Mark => share > 0.99 ? 'right' : share > 0 ? 'near' : 'wrong'
  const parts: [string, Mark][] = [
    ...criteria.map(([id], at): [string, Mark] => [id, mark(shares[at] ?? 0)]),
    ...criteria.filter(([id, { accepts }]) => !accepts.includes(verdicts[id] ?? '')).map(([id]): [string, Mark] => [`${id}/other`, 'near']),
    [`outcome/${outcome}`, follows ? 'right' : 'wrong'],
  ]
  return points(Math.round((0.8 * shares.reduce((sum, each) => sum + each, 0) / criteria.length + (follows ? 0.2 : 0)) * 1000) / 1000, Object.fromEntries(parts))
}

/** One reading that holds together: an accepted verdict for each criterion, its evidence, and what follows. */
export function answer(key: Key): Reply {
  const verdicts = Object.fromEntries(Object.entries(key.criteria).map(([id, { accepts }]) => [id, accepts.at(-1) ?? '']))
  return { verdicts, evidence: Object.fromEntries(Object.entries(key.criteria).map(([id, { evidence }]) => [id, evidence])), outcome: outcomeOf(key, verdicts) }
}

/** A reasoned reading of each criterion, or the strongest argument for the learner's own where it lies outside; then what is said about the outcome. */
export function tells(_reply: Reply, verdict: Verdict): string[] {
  if (verdict.kind !== 'points') return []
  const { parts } = verdict
  return Object.keys(parts).filter(id => id.includes('/') || !(`${id}/other` in parts))
}
