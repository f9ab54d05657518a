/** What somebody did before the app was there. The page's boot script notes taps and submits in `peaceEarly`. */
interface Early { target: Element, type: 'click' | 'submit' }

interface Given { field: Field, checked?: boolean, value?: string }

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement

const isTicked = (field: Field): field is HTMLInputElement => field instanceof HTMLInputElement && (field.type === 'radio' || field.type === 'checkbox')

/** Read what was answered inside `page` before hydration, which resets native fields; the result gives it to the app, in order. */
export function takeEarly(page: ParentNode): () => void {
  const fields = [...page.querySelectorAll<Field>('form[data-question] :is(input, select, textarea), :scope > fieldset :is(input, select, textarea)')]
  const given = fields.flatMap((field): Given[] => {
    if (isTicked(field)) return field.checked !== field.defaultChecked ? [{ field, checked: field.checked }] : []
    const untouched = field instanceof HTMLSelectElement ? field.selectedIndex <= 0 : field.value === field.defaultValue
    return untouched ? [] : [{ field, value: field.value }]
  })
  const noted = (globalThis as { peaceEarly?: Early[] }).peaceEarly ?? [] // the boot script's own list
  return () => {
    for (const { field, ...was } of given) {
      if (isTicked(field)) field.checked = was.checked ?? false
      else field.value = was.value ?? ''
      for (const type of ['input', 'change']) field.dispatchEvent(new Event(type, { bubbles: true }))
    }
    const taps = noted.filter(({ target }) => page.contains(target))
    for (const tap of taps) noted.splice(noted.indexOf(tap), 1)
    for (const { target, type } of taps) {
      if (type === 'submit' && target instanceof HTMLFormElement) setTimeout(() => { target.requestSubmit() })
      else if (target instanceof HTMLElement) setTimeout(() => { target.click() })
    }
  }
}
