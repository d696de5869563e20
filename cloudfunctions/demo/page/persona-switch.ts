import type { Persona } from '../personas';
import type { HallSign } from '../routes';
import { place as at, element, tabs } from './element';

/** The three administrators, and who receives clues, stand under one tab. */
type Group = Exclude<Persona['role'], keyof typeof ADMINISTRATORS> | 'administrator';

const ADMINISTRATORS = {
  systemAdmin: '系统管理员',
  securityAdmin: '安全管理员',
  auditAdmin: '审计管理员',
  disciplineOfficer: '纪检监察联系人',
} as const;

const GROUPS = [
  { value: 'citizen', text: '办事群众' },
  { value: 'clerk', text: '窗口人员' },
  { value: 'liaison', text: '责任人员' },
  { value: 'supervisor', text: '政数局监督' },
  { value: 'administrator', text: '管理员' },
] as const satisfies readonly { value: Group; text: string }[];

const isAdministrator = (role: Persona['role']): role is keyof typeof ADMINISTRATORS => role in ADMINISTRATORS;
const groupOf = ({ role }: Persona): Group => (isAdministrator(role) ? 'administrator' : role);

const person = (persona: Persona, isHolder: boolean, note: string, hold: (persona: Persona) => void): HTMLElement =>
  element(
    'button',
    { type: 'button', class: 'person', 'aria-pressed': String(isHolder), click: () => hold(persona) },
    element('span', { class: 'person__name' }, `${persona.name}${note}`),
    element('span', { class: 'person__unit' }, persona.unit),
  );

/** Who is offered for a role: officials of the scanned window first, then those of its place. */
const offered = (personas: readonly Persona[], group: Group, scanned: HallSign | null): readonly Persona[] => {
  const isOfWindow = ({ openid }: Persona) => openid === scanned?.answeredBy || openid === scanned?.supervisedBy;
  const standsIn = (one: Persona) => group === 'liaison' && scanned?.hasLiaison === false && isOfWindow(one);
  const ofGroup = personas.filter(
    (one) => standsIn(one) || (groupOf(one) === group && (one.listed || isOfWindow(one))),
  );
  if (group === 'citizen') return ofGroup;
  const rank = (one: Persona) => (isOfWindow(one) ? 0 : one.place === scanned?.place ? 1 : 2);
  return ofGroup.sort((a, b) => rank(a) - rank(b));
};

const noteOf = ({ openid, role }: Persona, scanned: HallSign | null): string => {
  if (isAdministrator(role)) return `（${ADMINISTRATORS[role]}）`;
  if (openid === scanned?.answeredBy) return '（负责刚扫的窗口）';
  return openid === scanned?.supervisedBy ? '（监督刚扫的窗口）' : '';
};

/** Where the focus was, so that drawing anew does not lose it. */
const focusNow = (): string | null => {
  const { activeElement } = document;
  if (activeElement?.matches('input[name=role]')) return 'input[name=role]:checked';
  return activeElement?.matches('.person') ? '.person[aria-pressed=true]' : null;
};

/** 身份: first the role, then the person. Choosing a role picks its first. */
export const showPersonas = (personas: readonly Persona[], hold: (persona: Persona) => void) => ({
  show: (holder: Persona, scanned: HallSign | null) => {
    const toGroup = (group: Group) => {
      const first = offered(personas, group, scanned).find((one) => groupOf(one) === group);
      if (first) hold(first);
    };
    const focused = focusNow();
    const people = element(
      'div',
      { class: 'people', role: 'group', 'aria-label': '换一个人' },
      ...offered(personas, groupOf(holder), scanned).map((one) =>
        person(one, one.openid === holder.openid, noteOf(one, scanned), hold),
      ),
    );
    at('personas').replaceChildren(tabs('role', '手机在谁手里', GROUPS, groupOf(holder), toGroup), people);
    people.querySelector('[aria-pressed=true]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    if (focused) document.querySelector<HTMLElement>(focused)?.focus({ preventScroll: true });
  },
});
