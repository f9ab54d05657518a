/** A text as one searches it: without case, accents and vowel marks, Arabic letter forms made one. */
export const fold = (text: string): string => text.normalize('NFKD').replace(/[\p{M}\u0640]/gu, '').replace(/[أإآٱ]/g, 'ا').replace(/ى/g, 'ي').replace(/ة/g, 'ه').toLowerCase()
