import type { Measured } from './visit.ts'

/** One measured visit, and what it was of. */
export type Row = Measured & { round: number, language: string, profile: string, target: string, load: number }

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((one, other) => one - other)
  const half = sorted.length >> 1
  return sorted.length % 2 ? sorted[half] ?? 0 : ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2
}

const of = (rows: readonly Row[], language: string, profile: string, target: string) => rows.filter(row => row.language === language && row.profile === profile && row.target === target)

/** The ratio to the static page, paired by round, median. */
function ratio(rows: readonly Row[], language: string, profile: string, value: (row: Row) => number): number {
  const floor = of(rows, language, profile, 'static')
  return median(of(rows, language, profile, 'course').flatMap((row) => {
    const pair = floor.find(each => each.round === row.round)
    return pair ? [value(row) / value(pair)] : []
  }))
}

const kib = (bytes: number) => (bytes / 1024).toFixed(1)

/** Medians of every target, as markdown. */
export function table(rows: readonly Row[]): string {
  const head = ['language', 'link', 'page', 'FCP ms', 'LCP ms', 'ready ms', 'answer ms', 'repeat ms', 'offline ms', 'shift', 'longest task ms', 'KiB until ready', 'KiB in all', 'JS KiB', 'HTML KiB', 'requests', 'heap MiB']
  const lines = ['en', 'ar'].flatMap(language => ['fast', 'slow'].flatMap(profile => ['static', 'course'].map((target) => {
    const own = of(rows, language, profile, target)
    const m = (value: (row: Row) => number) => median(own.map(value))
    return [language, profile, target, ...[m(r => r.fcp), m(r => r.lcp), m(r => r.ready), m(r => r.told), m(r => r.warm), m(r => r.offline)].map(each => Math.round(each)),
      m(r => r.shift).toFixed(3), Math.round(m(r => r.longest)), kib(m(r => r.bytesReady)), kib(m(r => r.bytesAll)), kib(m(r => r.js)), kib(m(r => r.html)), m(r => r.requests), (m(r => r.heap) / 2 ** 20).toFixed(1)]
  })))
  return [head, head.map(() => '---'), ...lines].map(cells => `| ${cells.join(' | ')} |`).join('\n')
}

/** Each budget, what was reached, and whether it holds. */
export function budgets(rows: readonly Row[]): string {
  const lines: string[] = []
  const line = (name: string, reached: number, limit: number, digits = 2) => { lines.push(`${reached <= limit ? 'holds ' : 'MISSED'}  ${name}: ${reached.toFixed(digits)} (at most ${limit})`) }
  for (const language of ['en', 'ar']) {
    const course = rows.filter(row => row.language === language && row.target === 'course')
    const m = (value: (row: Row) => number) => median(course.map(value))
    line(`${language} KiB until the first answer`, m(r => r.bytesReady) / 1024, 76)
    line(`${language} KiB of JavaScript`, m(r => r.js) / 1024, 60)
    line(`${language} KiB in the whole first view`, m(r => r.bytesAll) / 1024, 88)
    line(`${language} requests`, m(r => r.requests), 10, 0)
    line(`${language} KiB of HTML`, m(r => r.html) / 1024, 12)
    line(`${language} layout shift`, m(r => r.shift), 0, 3)
    line(`${language} longest task ms, slow`, median(of(rows, language, 'slow', 'course').map(row => row.longest)), 120, 0)
    for (const profile of ['fast', 'slow']) {
      line(`${language} ${profile} first paint × static`, ratio(rows, language, profile, r => r.fcp), 1.25)
      line(`${language} ${profile} ready × static`, ratio(rows, language, profile, r => r.ready), profile === 'fast' ? 2 : 2.3)
      line(`${language} ${profile} answer to feedback × static`, ratio(rows, language, profile, r => r.told), 1.3)
      line(`${language} ${profile} repeat visit × static`, ratio(rows, language, profile, r => r.warm), 2)
      line(`${language} ${profile} offline × static`, ratio(rows, language, profile, r => r.offline), 2)
      line(`${language} ${profile} heap × static`, ratio(rows, language, profile, r => r.heap), 3)
    }
  }
  return lines.join('\n')
}
