import type { Persona } from '../personas';
import { place as at, element, tabs } from './element';

const ROLES = [
  { value: 'citizen', text: '办事群众' },
  { value: 'clerk', text: '窗口人员' },
  { value: 'liaison', text: '责任人员' },
  { value: 'supervisor', text: '政数局监督' },
] as const satisfies readonly { value: Persona['role']; text: string }[];

const person = (persona: Persona, isHolder: boolean, hold: (persona: Persona) => void): HTMLElement =>
  element(
    'button',
    { type: 'button', class: 'person', 'aria-pressed': String(isHolder), click: () => hold(persona) },
    element('span', { class: 'person__name' }, persona.name),
    element('span', { class: 'person__unit' }, persona.unit),
  );

/** 身份: first the role, then the person. Choosing a role hands the phone to its first one. */
export const showPersonas = (personas: readonly Persona[], hold: (persona: Persona) => void) => {
  const toRole = (role: Persona['role']) => {
    const first = personas.find((persona) => persona.role === role);
    if (first) hold(first);
  };
  const show = (holder: Persona) => {
    const focused = document.activeElement instanceof HTMLInputElement && document.activeElement.name === 'role';
    const peers = personas.filter(({ role }) => role === holder.role);
    at('personas').replaceChildren(
      tabs('role', '手机在谁手里', ROLES, holder.role, toRole),
      element(
        'div',
        { class: 'people', role: 'group', 'aria-label': '换一个人' },
        ...peers.map((one) => person(one, one.openid === holder.openid, hold)),
      ),
    );
    if (focused) document.querySelector<HTMLInputElement>('input[name=role]:checked')?.focus();
  };
  return { show };
};
