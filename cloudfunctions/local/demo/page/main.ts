import type { Persona } from '../personas';
import type { Hall, HallSign } from '../routes';
import type { OldSign } from '../signs';
import { showBackstage } from './backstage';
import { showHall } from './hall';
import { showPersonas } from './persona-switch';
import { showPhone } from './phone';

const read = async <T>(address: string): Promise<T> => (await fetch(address)).json() as Promise<T>;

const open = async () => {
  const [hall, personas] = await Promise.all([read<Hall>('/demo/hall.json'), read<Persona[]>('/demo/personas.json')]);
  const first = personas[0];
  if (!first) return;
  let holder = first;
  const phone = showPhone(hall.hasH5);

  const hold = (persona: Persona) => {
    holder = persona;
    switcher.show(persona);
    phone.open(persona, persona.home, `${persona.name}：${persona.about}。`);
  };
  /** Officials do not scan: the phone goes to a citizen of that place first. */
  const scan = (sign: HallSign | OldSign) => {
    const citizen = personas.find(({ role, place }) => role === 'citizen' && place === sign.place) ?? first;
    if (holder.role !== 'citizen') holder = citizen;
    switcher.answers('answeredBy' in sign ? sign.answeredBy : null);
    switcher.show(holder);
    phone.scan(holder, sign);
  };

  const switcher = showPersonas(personas, hold);
  showHall(hall.signs, scan);
  showBackstage(hall.oldSigns, scan);
  hold(first);
};

void open();
