import { ORG_LEVEL_LABELS } from '@shared/domain/labels';
import type { OrgLevel } from '@shared/domain/organization';
import { ORG_LEVELS } from '@shared/domain/organization';
import type { HallSign } from '../routes';
import { place as at, element, tabs } from './element';

type Shown = { place: string; level: OrgLevel | 'all'; scanned: string | null };
type Scan = (sign: HallSign) => unknown;

const placeClass = (sign: HallSign, scanned: string | null) =>
  `signs__place${sign.windowId === scanned ? ' is-scanned' : ''}`;

const card = (sign: HallSign, scanned: string | null, scan: Scan): HTMLElement => {
  const where = `${sign.center}${sign.window}`;
  const face = element(
    'button',
    {
      type: 'button',
      class: 'sign',
      'aria-label': `扫描${where}的窗口牌`,
      click: () => void scan(sign),
    },
    element('span', { class: 'sign__center' }, sign.center),
    element('span', { class: 'sign__window' }, sign.window),
    element('span', { class: 'sign__unit' }, sign.unit),
    element('img', { src: `/demo/qr/${sign.scene}.svg`, alt: '', loading: 'lazy', width: '148', height: '148' }),
    element('span', { class: 'sign__ask' }, '请您评价本次服务'),
  );
  const foot = element(
    'p',
    { class: 'sign__foot' },
    sign.hasLiaison ? null : element('span', {}, '无责任人员'),
    element(
      'a',
      { href: `/demo/sign/${sign.windowId}`, target: '_blank', 'aria-label': `打印${where}的窗口牌` },
      '打印',
    ),
  );
  return element('li', { class: placeClass(sign, scanned), 'data-window': sign.windowId }, face, foot);
};

const signList = (signs: readonly HallSign[], scanned: string | null, scan: Scan): HTMLElement =>
  element('ul', { class: 'signs' }, ...signs.map((sign) => card(sign, scanned, scan)));

const levelsOf = (signs: readonly HallSign[]) => {
  const present = ORG_LEVELS.filter((level) => signs.some((sign) => sign.level === level));
  const text = (level: OrgLevel) => `${ORG_LEVEL_LABELS[level]} ${signs.filter((sign) => sign.level === level).length}`;
  return [
    { value: 'all' as const, text: `全部 ${signs.length}` },
    ...present.map((value) => ({ value, text: text(value) })),
  ];
};

/** 大厅: the signs by place and level. A click on one is a scan. */
export const showHall = (signs: readonly HallSign[], scan: Scan) => {
  const places = [...new Map(signs.map((sign) => [sign.place, sign.placeName]))];
  const shown: Shown = { place: places[0]?.[0] ?? '', level: 'all', scanned: null };
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
        own[0] ? [element('h2', {}, ORG_LEVEL_LABELS[own[0].level]), signList(own, shown.scanned, scan)] : [],
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
  return {
    /** Goes to the place where it hangs. */
    show: ({ place }: HallSign) => change({ place, level: 'all' }),
    /** Marks the sign that was scanned last. */
    mark: (sign: HallSign | null) => {
      shown.scanned = sign?.windowId ?? null;
      for (const made of document.querySelectorAll<HTMLElement>('.signs__place')) {
        made.classList.toggle('is-scanned', made.dataset.window === shown.scanned);
      }
    },
  };
};
