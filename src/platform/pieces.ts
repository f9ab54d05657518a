/** What a prerendered page brought along, by path: pieces of the course, and the files of those that are on their way. */
export interface Brought { held: Record<string, unknown>, files: Record<string, string> }

/** Data blocks of type JSON are no scripts, so the policy lets them stand. */
export function broughtAlong(): Brought {
  const text = document.getElementById('brought')?.textContent
  return text ? JSON.parse(text) as Brought : { held: {}, files: {} } // written by our own build
}

/** Read a piece of the course over the network, or from what is kept offline; rejects when neither has it. */
export async function readPiece(_path: string, file: string): Promise<unknown> {
  const response = await fetch(import.meta.env.BASE_URL + file)
  if (!response.ok) throw new Error(`course: ${file} answered ${response.status}`)
  return response.json()
}

const catalogues = {
  ar: () => import('virtual:catalogue/ar'), en: () => import('virtual:catalogue/en'), es: () => import('virtual:catalogue/es'),
  fr: () => import('virtual:catalogue/fr'), ru: () => import('virtual:catalogue/ru'), zh: () => import('virtual:catalogue/zh'),
}

/** The catalogue of a language: its modules, and the file of each piece. */
export const readCatalogue = async (lang: string) => (await catalogues[lang as keyof typeof catalogues]()).default // the router lets only our languages through
