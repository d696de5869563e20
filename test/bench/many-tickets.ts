import { NOT_HANDLED } from '@shared/domain/handling';
import type { RatingFile } from '@shared/domain/rating-file';
import type { TicketState } from '@shared/domain/ticket';
import type { TestCloud } from '../support/a-local-cloud';
import { aRating } from '../support/a-rating';

const HOUR_MS = 3_600_000;
const AT_ONCE = 2_000;

/** Of each hundred so many are with officials: in a county most tickets of a year are closed. */
export type Share = { readonly undonePerHundred: number };

const UNDONE: readonly TicketState[] = [
  ...(['awaitingAcceptance', 'awaitingFollowUp', 'rectifying', 'awaitingVerification', 'awaitingDispatch'] as const),
];

const nth = (template: RatingFile, n: number, now: number, { undonePerHundred }: Share): RatingFile => {
  const { ticket } = template;
  if (!ticket) throw new Error('the template has no ticket');
  const isUndone = n % 100 < undonePerHundred;
  const openedAt = now - (n % 8_760) * HOUR_MS;
  const result = {
    at: openedAt + HOUR_MS,
    measures: '加开窗口',
    reply: '已加开窗口。',
    photos: [],
    staffId: 'somebody',
  };
  return {
    ...template,
    _id: `many-${n}`,
    idempotencyKey: `many-${n}`,
    raterRef: `many-${n}`,
    outbox: [],
    outboxAt: null,
    ticket: {
      ...ticket,
      ticketNo: `GD${n}`,
      openedAt,
      state: isUndone ? (UNDONE[n % UNDONE.length] ?? 'rectifying') : 'closed',
      dueAt: isUndone ? now + ((n % 400) - 100) * HOUR_MS : null,
      nextAt: null,
      clocks: isUndone ? ticket.clocks : [],
      handling: isUndone ? NOT_HANDLED : { ...NOT_HANDLED, rectification: result },
    },
  };
};

/** So many tickets of 县人社局, made of one that went through the citizens' door. */
export const insertTickets = async (cloud: TestCloud, count: number, share: Share): Promise<void> => {
  const bad = aRating(cloud, { level: 'dissatisfied', tags: ['213'] });
  const { value } = await cloud.citizen('rater-of-many', 'rating.submit', bad);
  const template = cloud.cloud.database.get('ratings', value.ratingId) as RatingFile;
  const now = Date.now();
  for (let from = 0; from < count; from += AT_ONCE) {
    const some = Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, i) => nth(template, from + i, now, share));
    await cloud.cloud.database.insertMany('ratings', some);
  }
};

export type Measured = { readonly reads: number; readonly writes: number; readonly scans: number; readonly ms: number };

/** What one call of a warm instance costs: the cheaper of two, for it forgets the names of the orgs every half a minute. */
export const costOf = async (cloud: TestCloud, openid: string, action: string, input: object): Promise<Measured> => {
  const measure = async (): Promise<Measured> => {
    cloud.counters.reset();
    const asked = performance.now();
    const { ok, code } = await cloud.staff(openid, action, input);
    if (!ok) throw new Error(`${action} was refused: ${code}`);
    const { reads, writes, scans } = cloud.counters.read();
    return { reads, writes, scans, ms: performance.now() - asked };
  };
  const first = await measure();
  const second = await measure();
  return first.reads < second.reads ? first : second;
};
