import type { Persona } from '../personas';
import { place as at, element, tabs } from './element';

const ROLES = [
  { value: 'citizen', text: '办事群众' },
  { value: 'clerk', text: '窗口人员' },
  { value: 'liaison', text: '责任人员' },
  { value: 'supervisor', text: '政数局监督' },
] as const satisfies readonly { value: Persona['role']; text: string }[];

const person = (persona: Persona, isHolder: boolean, note: string, hold: (persona: Persona) => void): HTMLElement =>
  element(
    'button',
    { type: 'button', class: 'person', 'aria-pressed': String(isHolder), click: () => hold(persona) },
    element('span', { class: 'person__name' }, `${persona.name}${note}`),
    element('span', { class: 'person__unit' }, persona.unit),
  );

/** 身份: first the role, then the person; who answers for the scanned window comes first. Choosing a role picks its first. */
export const showPersonas = (personas: readonly Persona[], hold: (persona: Persona) => void) => {
  let answerer: Persona | undefined;
  const isAnswerer = ({ openid }: Persona) => openid === answerer?.openid;
  const ofRole = (role: Persona['role']) => {
    const offered = personas.filter((one) => one.role === role && (one.listed || isAnswerer(one)));
    return [...offered.filter(isAnswerer), ...offered.filter((one) => !isAnswerer(one))];
  };
  const toRole = (role: Persona['role']) => {
    const [first] = ofRole(role);
    if (first) hold(first);
  };
  const answers = (openid: string | null) => {
    answerer = personas.find((one) => one.openid === openid);
  };
  const show = (holder: Persona) => {
    const focused = document.activeElement instanceof HTMLInputElement && document.activeElement.name === 'role';
    at('personas').replaceChildren(
      tabs('role', '手机在谁手里', ROLES, holder.role, toRole),
      element(
        'div',
        { class: 'people', role: 'group', 'aria-label': '换一个人' },
        ...ofRole(holder.role).map((one) =>
          person(one, one.openid === holder.openid, isAnswerer(one) ? '（负责刚扫的窗口）' : '', hold),
        ),
      ),
    );
    if (focused) document.querySelector<HTMLInputElement>('input[name=role]:checked')?.focus();
  };
  return { show, answers };
};
