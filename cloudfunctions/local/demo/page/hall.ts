import { ORG_LEVEL_LABELS } from '@shared/domain/labels';
import type { OrgLevel } from '@shared/domain/organization';
import { ORG_LEVELS } from '@shared/domain/organization';
import type { HallSign } from '../routes';
import { place as at, element, tabs } from './element';

type Shown = { place: string; level: OrgLevel | 'all' };

const card = (sign: HallSign, scan: (sign: HallSign, card: HTMLElement) => void): HTMLElement => {
  const face = element(
    'button',
    {
      type: 'button',
      class: 'sign',
      'aria-label': `扫描${sign.center}${sign.window}的窗口牌`,
      click: () => scan(sign, made),
    },
    element('span', { class: 'sign__center' }, sign.center),
    element('span', { class: 'sign__window' }, sign.window),
    element('span', { class: 'sign__unit' }, sign.unit),
    element('img', { src: `/demo/qr/${sign.scene}.svg`, alt: '', loading: 'lazy', width: '148', height: '148' }),
    element('span', { class: 'sign__ask' }, '请您评价本次服务'),
  );
  const print = element(
    'a',
    { href: `/demo/sign/${sign.windowId}`, target: '_blank', class: 'sign__print', title: '打印这块窗口牌' },
    '打印',
  );
  const made = element('li', { class: 'signs__place' }, face, print);
  return made;
};

const signList = (signs: readonly HallSign[], scan: (sign: HallSign, card: HTMLElement) => void): HTMLElement =>
  element('ul', { class: 'signs' }, ...signs.map((sign) => card(sign, scan)));

const levelsOf = (signs: readonly HallSign[]) => {
  const present = ORG_LEVELS.filter((level) => signs.some((sign) => sign.level === level));
  const text = (level: OrgLevel) => `${ORG_LEVEL_LABELS[level]} ${signs.filter((sign) => sign.level === level).length}`;
  return [
    { value: 'all' as const, text: `全部 ${signs.length}` },
    ...present.map((value) => ({ value, text: text(value) })),
  ];
};

/** 大厅: the signs by place and level. A click on one is a scan. */
export const showHall = (signs: readonly HallSign[], scan: (sign: HallSign) => void): void => {
  const places = [...new Map(signs.map((sign) => [sign.place, sign.placeName]))];
  const shown: Shown = { place: places[0]?.[0] ?? '', level: 'all' };
  const scanned = (sign: HallSign, made: HTMLElement) => {
    for (const old of document.querySelectorAll('.is-scanned')) old.classList.remove('is-scanned');
    made.classList.add('is-scanned');
    scan(sign);
  };
  const render = () => {
    const here = signs.filter((sign) => sign.place === shown.place);
    const wanted = here.filter((sign) => shown.level === 'all' || sign.level === shown.level);
    at('filters').replaceChildren(
      tabs(
        'place',
        '地方',
        places.map(([value, text]) => ({ value, text })),
        shown.place,
        (place) => change({ place, level: 'all' }),
      ),
      tabs('level', '层级', levelsOf(here), shown.level, (level) => change({ level })),
    );
    at('signs').replaceChildren(
      ...ORG_LEVELS.map((level) => wanted.filter((sign) => sign.level === level)).flatMap((own) =>
        own[0] ? [element('h2', {}, ORG_LEVEL_LABELS[own[0].level]), signList(own, scanned)] : [],
      ),
    );
  };
  const change = (difference: Partial<Shown>) => {
    const focused = document.activeElement instanceof HTMLInputElement ? document.activeElement : null;
    Object.assign(shown, difference);
    render();
    if (focused)
      document.querySelector<HTMLInputElement>(`input[name=${focused.name}][value=${focused.value}]`)?.focus();
  };
  render();
};
