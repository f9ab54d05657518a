/** What somebody did before the app was there. The page's boot script notes taps, changes and submits in `peaceEarly`. */
interface Early { target: Element, type: 'click' | 'change' | 'submit' }

interface Given { field: Field, checked?: boolean, value?: string }

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

const isTicked = (field: Field): field is HTMLInputElement => field instanceof HTMLInputElement && (field.type === 'radio' || field.type === 'checkbox')

const noted = () => (globalThis as { peaceEarly?: Early[] }).peaceEarly ?? [] // the boot script's own list

const nextTask = () => new Promise<void>((go) => { setTimeout(go) })

/** The fields of questions inside `page` that somebody has used, each with what it was given. */
function givenIn(page: ParentNode): Given[] {
  const fields = [...page.querySelectorAll<Field>('form[data-question] :is(input, select, textarea), :scope > fieldset :is(input, select, textarea)')]
  return fields.flatMap((field): Given[] => {
    if (isTicked(field)) return field.checked !== field.defaultChecked ? [{ field, checked: field.checked }] : []
    const untouched = field instanceof HTMLSelectElement ? field.selectedIndex === Math.max(0, [...field.options].findIndex(option => option.defaultSelected)) : field.value === field.defaultValue
    return untouched ? [] : [{ field, value: field.value }]
  })
}

function fill({ field, checked, value }: Given) {
  if (isTicked(field)) field.checked = checked ?? false
  else field.value = value ?? ''
  for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }))
}

/** Whether somebody has begun to answer this question before the app was there. */
export const isBegun = (form: Element): boolean => givenIn(form).length > 0 || noted().some(({ target }) => form.contains(target))

/** Whether the app has taken over this part of the page: questions further down come alive by themselves, later. */
const isAlive = (part: Element) => part.closest('form[data-question]:not([data-alive])') === null

/** Read what was answered inside `page` before hydration, which resets native fields; the result gives it to the app, one thing after another as it was done. */
export function takeEarly(page: ParentNode): () => Promise<void> {
  const given = new Map<Element, Given>(givenIn(page).map(each => [each.field, each]))
  return async () => {
    await nextTask() // what has come alive says so only then
    const done = noted().filter(({ target }) => page.contains(target) && isAlive(target))
    for (const each of done) noted().splice(noted().indexOf(each), 1)
    const last = new Map(done.map((each, at) => [each.target, at]))
    const unsaid = [...given.values()].filter(({ field }) => isAlive(field) && !last.has(field))
    for (const each of unsaid) { fill(each); await nextTask() } // each reply builds on the one before
    for (const [at, { target, type }] of done.entries()) {
      const field = given.get(target)
      if (type === 'change' && field && last.get(target) === at) fill(field)
      else if (type === 'submit' && target instanceof HTMLFormElement) target.requestSubmit()
      else if (type === 'click' && target instanceof HTMLElement) target.click()
      await nextTask()
    }
  }
}
