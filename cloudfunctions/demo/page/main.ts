import type { Persona } from '../personas';
import type { Hall, HallSign } from '../routes';
import type { OldSign } from '../signs';
import { showBackstage } from './backstage';
import { showHall } from './hall';
import { showPersonas } from './persona-switch';
import { showPhone } from './phone';
import { remember, remembered } from './remembered';

const read = async <T>(address: string): Promise<T> => (await fetch(address)).json() as Promise<T>;
const readHall = () => read<Hall>('/demo/hall.json');

/** The sign as it is now: the number that was offered with it may have been used since. */
const asOfNow = (sign: HallSign): Promise<HallSign> =>
  readHall().then(
    ({ signs }) => signs.find(({ windowId }) => windowId === sign.windowId) ?? sign,
    () => sign,
  );

const open = async () => {
  const [hall, personas] = await Promise.all([readHall(), read<Persona[]>('/demo/personas.json')]);
  const first = personas[0];
  if (!first) return;
  let holder = first;
  let scanned: HallSign | null = null;
  const phone = showPhone(hall.hasH5);

  const aboutOf = (persona: Persona): string => {
    if (persona.role !== 'liaison' || scanned?.hasLiaison !== false) return `${persona.name}：${persona.about}。`;
    const supervisor = personas.find(({ openid }) => openid === scanned?.answeredBy);
    return `该单位没有责任人员，工单在政数局监督（${supervisor?.name ?? ''}）。`;
  };
  const hold = (persona: Persona) => {
    holder = persona;
    switcher.show(persona, scanned);
    phone.open(persona, persona.home, aboutOf(persona));
    // A citizen who is chosen is on his own pages, not at the window.
    const window = persona.role === 'citizen' ? null : (scanned?.windowId ?? null);
    remember({ persona: persona.openid, window });
  };
  /** Officials do not scan: the phone goes to a citizen of that place first. */
  const scan = async (sign: HallSign | OldSign) => {
    const citizen = personas.find(({ role, place }) => role === 'citizen' && place === sign.place) ?? first;
    if (holder.role !== 'citizen') holder = citizen;
    scanned = 'revoked' in sign ? null : await asOfNow(sign);
    halls.mark(scanned);
    switcher.show(holder, scanned);
    phone.scan(holder, scanned ?? sign);
    remember({ persona: holder.openid, window: scanned?.windowId ?? null });
  };

  const switcher = showPersonas(personas, hold);
  const halls = showHall(hall.signs, scan);
  showBackstage(hall.oldSigns, scan);

  const before = remembered();
  const sign = hall.signs.find(({ windowId }) => windowId === before.window);
  holder = personas.find(({ openid }) => openid === before.persona) ?? first;
  if (sign) halls.show(sign);
  if (sign && holder.role === 'citizen') return scan(sign);
  scanned = sign ?? null;
  halls.mark(scanned);
  hold(holder);
};

void open();
