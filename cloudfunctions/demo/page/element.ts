type Child = Node | string | null;
type Given = Readonly<Record<string, string | boolean | ((event: Event) => void)>>;

/** An element: functions become listeners, `true` an empty attribute, `false` none; text is never read as HTML. */
export const element = <K extends keyof HTMLElementTagNameMap>(
  tag: K,
  given: Given = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(given)) {
    if (typeof value === 'function') made.addEventListener(name, value);
    else if (value !== false) made.setAttribute(name, value === true ? '' : value);
  }
  made.append(...children.filter((child) => child !== null));
  return made;
};

export const place = (id: string): HTMLElement => {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no #${id}`);
  return found;
};

/** One of several, as radio buttons that look like tabs. */
export const tabs = <T extends string>(
  name: string,
  label: string,
  choices: readonly { readonly value: T; readonly text: string }[],
  chosen: T,
  choose: (value: T) => void,
): HTMLElement =>
  element(
    'fieldset',
    { class: `tabs tabs--${name}` },
    element('legend', {}, label),
    ...choices.map(({ value, text }) =>
      element(
        'label',
        {},
        element('input', { type: 'radio', name, value, checked: value === chosen, change: () => choose(value) }),
        element('span', { class: 'tab' }, text),
      ),
    ),
  );
