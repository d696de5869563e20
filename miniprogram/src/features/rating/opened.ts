import { REFUSALS } from '@shared/kernel/refusals';
import type { Output } from '../../api/actions';
import { type Answer, call } from '../../api/call';
import { type Entry, nameOf } from './entry';
import type { Served } from './served';

export type RatableService = Output<'rating.mine'>['waiting'][number];

/** Who served, as far as it is known, and which services wait for a rating here. */
export type Opened = {
  readonly place: string;
  readonly center: string;
  readonly window: string;
  readonly unit: string;
  readonly staff: string | null;
  /** Null for a service of the past: its record says who served. */
  readonly served: Served | null;
  /** How far the rater is known already; whoever rates his own service is its applicant. */
  readonly proof: Output<'window.open'>['proof'];
  readonly hasCompany: boolean;
  readonly services: readonly RatableService[];
};

let chosen: RatableService | undefined;

/** The list already knows the service that was tapped: its page needs no call. */
export const chooseService = (service: RatableService): void => {
  chosen = service;
};

const openedBy = (service: RatableService): Opened => ({
  place: service.place,
  center: service.center,
  window: service.window,
  unit: service.unit,
  staff: service.staff,
  served: null,
  proof: 'caseMatch',
  hasCompany: false,
  services: [service],
});

const openWindow = async (scene: string): Promise<Answer<Opened>> => {
  const openedAt = Date.now();
  const answer = await call('window.open', { scene });
  if (!answer.ok) return answer;
  const { place, staff, served: token, ...opened } = answer.value;
  const onDuty = staff ? `${staff.name}（工号 ${staff.workNo}）` : null;
  const served = { token, staff: onDuty, openedAt };
  return { ok: true, value: { ...opened, place: place.id, staff: onDuty, served } };
};

const openService = async (serviceKey: string): Promise<Answer<Opened>> => {
  if (chosen?.key === serviceKey) return { ok: true, value: openedBy(chosen) };
  const answer = await call('rating.mine', {});
  if (!answer.ok) return answer;
  const service = answer.value.waiting.find(({ key }) => key === serviceKey);
  return service
    ? { ok: true, value: openedBy(service) }
    : { ok: false, code: 'service.notYours', message: REFUSALS['service.notYours'] };
};

const ask = (entry: Entry): Promise<Answer<Opened>> =>
  entry.kind === 'window' ? openWindow(entry.scene) : openService(entry.serviceKey);

const asked = new Map<string, Promise<Answer<Opened>>>();

/** One call at most from the scan to everything that the form shows: whoever asks meanwhile waits for the same answer. */
export const open = (entry: Entry): Promise<Answer<Opened>> => {
  const name = nameOf(entry);
  const answer = asked.get(name) ?? ask(entry).finally(() => asked.delete(name));
  asked.set(name, answer);
  return answer;
};

export const sayWhere = ({ center, window: windowName }: Pick<Opened, 'center' | 'window'>): string =>
  `${center} ${windowName}`;

type Chosen = string | null | undefined;

/**
 * The service that is meant, of those that wait at the window: the chosen one, else the newest, else null. Undefined while
 * the window has not said what waits there.
 */
export const meantService = (
  entry: Entry,
  chosen: Chosen,
  waiting: readonly { readonly key: string }[] | undefined,
) => {
  if (entry.kind === 'service') return entry.serviceKey;
  if (chosen === null) return null;
  if (!waiting) return undefined;
  return (waiting.find(({ key }) => key === chosen) ?? waiting[0])?.key ?? null;
};
