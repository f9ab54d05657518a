const ARABIC: [RegExp, string][] = [[/[أإآٱ]/g, 'ا'], [/ى/g, 'ي'], [/ة/g, 'ه'], [/ؤ/g, 'و'], [/ئ/g, 'ي'], [/\u0640/g, '']]

/** The value of a digit in any script. */
function digit(letter: string): string {
  let zero = letter.codePointAt(0) ?? 0
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && (letter.codePointAt(0) ?? 0) - zero < 9) zero--
  return String((letter.codePointAt(0) ?? 0) - zero)
}

/** A typed reply as it is compared: case, accents, Arabic letter forms and vowel marks, digits of any script, punctuation and spaces made one. */
export function foldReply(text: string): string {
  const plain = text.normalize('NFKC').toLowerCase().replaceAll('й', '\u0001').normalize('NFD').replace(/\p{M}/gu, '').replaceAll('\u0001', 'й')
  const arabic = ARABIC.reduce((folded, [form, to]) => folded.replace(form, to), plain)
  return arabic.replace(/\p{Nd}/gu, digit).replace(/[\p{P}\p{S}\s]+/gu, ' ').trim().replace(/(^| )ال(?=\p{L}{2})/gu, '$1')
}

/** How many letters are added, lost, changed or swapped with their neighbour from one text to the other (Damerau-Levenshtein, optimal string alignment). */
export function slips(one: string, other: string): number {
  const [a, b] = [[...one], [...other]]
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, at) => at)]
  const cell = (row: number, column: number) => rows[row]?.[column] ?? 0
  for (let i = 1; i <= a.length; i++) {
    rows.push([i])
    for (let j = 1; j <= b.length; j++) {
      const changed = cell(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const swapped = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] && i > 1 && j > 1 ? cell(i - 2, j - 2) + 1 : Infinity
      rows[i]?.push(Math.min(cell(i - 1, j) + 1, cell(i, j - 1) + 1, changed, swapped))
    }
  }
  return cell(a.length, b.length)
}
